import { randomBytes } from 'node:crypto';
import { tokenDigest } from '../../src/http/authentication.js';
import type { Role } from '../../src/model/model.js';
import { type Answer, type SeededApp, seededApp, type SeededOptions } from '../graphql/seeded-app.js';

/** The fields of a mutation payload that tests read. */
export interface Payload {
  // The type of an entry depends on its kind.
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

/** Types of the arguments of mutations, by name. */
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

/** Arguments that `mutate` moves into the input object `options`, and those that it moves into `entry`. */
const OPTIONS = ['originalLocale', 'merge', 'publish', 'message', 'dryRun'];
const PARTS = ['kind', 'slug', 'record', 'expectedRevision', 'originalLocale', 'merge', 'publish'];

/** Moves the arguments that `inside` lists into an input object of the given name. */
function within(name: string, args: Record<string, unknown>, inside: readonly string[]): Record<string, unknown> {
  const [inner, outer] = [true, false].map((isInside) =>
    Object.fromEntries(Object.entries(args).filter(([each]) => inside.includes(each) === isInside)),
  );
  return { ...outer, [name]: inner };
}

/** A server with the small content of the fixtures, and clients of each role. */
export class EditingServer {
  private constructor(
    readonly app: SeededApp,
    private readonly token: string,
  ) {}

  static async start(options: SeededOptions = {}): Promise<EditingServer> {
    const app = await seededApp({
      seedDir: 'test/fixtures/valid',
      admission: { maxInFlight: 1000, maxInFlightPerClient: 1000, rate: { burst: 100_000, perSecond: 100_000 } },
      ...options,
    });
    return new EditingServer(app, await makeToken(app, { name: 'Ana', role: 'EDITOR' }));
  }

  get store() {
    return this.app.services.store;
  }

  /** Sends a query as an anonymous reader. */
  reader<Text extends string>(query: Text, variables: object = {}): Promise<Answer<Text>> {
    return this.app.execute(query, variables);
  }

  /** Sends a query as an editor, with or without drafts. */
  editor<Text extends string>(query: Text, variables: object = {}, preview = false): Promise<Answer<Text>> {
    const headers = { authorization: `Bearer ${this.token}` };
    return this.app.execute(query, variables, { headers, extensions: preview ? { preview: true } : {} });
  }

  preview<Text extends string>(query: Text, variables: object = {}): Promise<Answer<Text>> {
    return this.editor(query, variables, true);
  }

  /**
   * Sends one mutation with arguments as JSON. `entry` is the selection of the returned entry. Arguments of `options`
   * and `entry` are passed without nesting.
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
    const argumentTexts = names.map((each) => `${each}: $${each}`).join(', ');
    const selection = `entry { ${entry} } ${PAYLOAD}`;
    const query = `mutation (${variables}) { ${name}(${argumentTexts}) { ${selection} } }`;
    const { data, errors } = await this.preview(query, args);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name] as Payload;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** Creates a token with a name and a role that a server accepts, and returns it. */
export async function makeToken(
  { services }: Pick<SeededApp, 'services'>,
  { name, role, expiresAt = null }: { name: string; role: Role; expiresAt?: Date | null },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const id = randomBytes(4).toString('hex');
  const storedToken = {
    id,
    name,
    role,
    digest: tokenDigest(secret),
    createdAt: new Date(),
    expiresAt,
    revokedAt: null,
  };
  await services.store.tokens.add(storedToken);
  return secret;
}

/** Returns the record of a topic as an editor submits it. */
export function topic(title: string, more: object = {}): object {
  return { title: { en: title }, scheme: 'SUBJECT', ...more };
}

/** Returns the global ID of an entry, given as `folder/slug`. */
export function idOf(entry: string): string {
  return Buffer.from(entry).toString('base64url');
}
