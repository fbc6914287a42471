import { randomBytes } from 'node:crypto';
import { tokenDigest } from '../../src/http/tokens.js';
import type { Role } from '../../src/model/model.js';
import type { Answer, SeededApp, SeededOptions } from '../graphql/seeded-app.js';
import { seededApp } from '../graphql/seeded-app.js';

/** What a mutation answers with, as far as tests look at it. */
export interface Payload {
  // Each kind has its own entries.
  // oxlint-disable-next-line typescript/no-explicit-any
  entry: any;
  revision: number | null;
  userErrors: { code: string; path: string[]; message: string; tip: string | null }[];
  // oxlint-disable-next-line typescript/no-explicit-any
  obstacle: any;
  // oxlint-disable-next-line typescript/no-explicit-any
  schedule: any;
}

const PAYLOAD = `
  revision
  userErrors { code path message tip }
  obstacle {
    __typename
    ... on Conflict { revision record merged fields { path base yours theirs } }
    ... on InUse { count usedBy { path entry { slug } } }
  }
  schedule { revision at author message problem }
`;

/** The types of the arguments of mutations, by name. */
const TYPES = {
  id: 'ID!',
  entry: 'EntryToSave!',
  expectedRevision: 'Int!',
  publish: 'Boolean!',
  message: 'String',
  dryRun: 'Boolean!',
  at: 'DateTime',
  links: 'LinkPolicy!',
  to: 'String!',
  revision: 'Int!',
};

/** What a save or a patch of one kind takes as options, and what an entry of any kind is given by. */
const OPTIONS = ['originalLocale', 'merge', 'publish', 'message', 'dryRun'];
const PARTS = ['kind', 'slug', 'record', 'expectedRevision', 'originalLocale', 'merge', 'publish'];

/** Arguments of which some stand inside of one. */
function within(name: string, args: Record<string, unknown>, inside: readonly string[]): Record<string, unknown> {
  const [inner, outer] = [true, false].map((isInside) =>
    Object.fromEntries(Object.entries(args).filter(([each]) => inside.includes(each) === isInside)),
  );
  return { ...outer, [name]: inner };
}

/** A server over the small base of fixtures, and those who write on it. */
export class Editing {
  private constructor(
    readonly app: SeededApp,
    private readonly token: string,
  ) {}

  static async start(options: SeededOptions = {}): Promise<Editing> {
    const app = await seededApp({
      seedDir: 'test/fixtures/valid',
      admission: { running: 1000, runningForOne: 1000, rate: { burst: 100_000, perSecond: 100_000 } },
      ...options,
    });
    return new Editing(app, await makeToken(app, { name: 'Ana', role: 'EDITOR' }));
  }

  get store() {
    return this.app.services.store;
  }

  /** As everybody. */
  reader<Text extends string>(query: Text, variables: object = {}): Promise<Answer<Text>> {
    return this.app.ask(query, variables);
  }

  /** As an editor, with what is published or with drafts. */
  editor<Text extends string>(query: Text, variables: object = {}, preview = false): Promise<Answer<Text>> {
    const headers = { authorization: `Bearer ${this.token}` };
    return this.app.ask(query, variables, { headers, extensions: preview ? { preview: true } : {} });
  }

  preview<Text extends string>(query: Text, variables: object = {}): Promise<Answer<Text>> {
    return this.editor(query, variables, true);
  }

  /**
   * Applies one mutation with arguments as JSON; `entry` is what is wanted of the entry. What the mutation takes inside
   * of `options` or `entry` stands beside its other arguments.
   */
  async mutate(name: string, flat: Record<string, unknown>, entry = 'slug status revision title'): Promise<Payload> {
    const kind = this.app.services.model.kinds.find(
      ({ singular }) => name.startsWith(singular) && /^[A-Z]/.test(name.slice(singular.length)),
    );
    const types: Record<string, string> = {
      ...TYPES,
      ...(kind && { slug: 'String!', record: `${kind.name}Record!`, changes: `${kind.name}Patch!` }),
      options: name.endsWith('Save') ? 'SaveOptions!' : 'PatchOptions!',
    };
    const args = kind ? within('options', flat, OPTIONS) : name === 'entrySave' ? within('entry', flat, PARTS) : flat;
    const names = Object.keys(args);
    const variables = names.map((each) => `$${each}: ${types[each]}`).join(', ');
    const given = names.map((each) => `${each}: $${each}`).join(', ');
    const asked = `entry { ${entry} } ${PAYLOAD}`;
    const query = `mutation (${variables}) { ${name}(${given}) { ${asked} } }`;
    const { data, errors } = await this.preview(query, args);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name] as Payload;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** A token that the server knows. */
export async function makeToken(
  { services }: Pick<SeededApp, 'services'>,
  { name, role, expiresAt = null }: { name: string; role: Role; expiresAt?: Date | null },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const id = randomBytes(4).toString('hex');
  const kept = { id, name, role, digest: tokenDigest(secret), createdAt: new Date(), expiresAt, revokedAt: null };
  await services.store.tokens.add(kept);
  return secret;
}

/** A topic as an editor writes it. */
export function topic(title: string, more: object = {}): object {
  return { title: { en: title }, scheme: 'SUBJECT', ...more };
}

/** The identifier of an entry, as in `topics/smuggling`. */
export function idOf(entry: string): string {
  return Buffer.from(entry).toString('base64url');
}
