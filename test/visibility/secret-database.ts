import type { FastifyInstance } from 'fastify';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildApp } from '../../src/http/app.js';
import { loadModel } from '../../src/model/load-model.js';
import { saveRecords } from '../../src/records/save-records.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { throwOnError } from '../support/throw-on-error.js';
import { makeToken } from '../authoring/editing-server.js';
import { testDatabase } from '../support/test-database.js';

/** A kind with one editor-only field of every type. Each has a distinct word, value and link. */
const DOSSIER = `"A file with parts that are not for everybody."
type Dossier implements Entry & Node @entry(folder: "dossiers") {
  "What everybody reads."
  summary: String @localised @search
  "What everybody may follow."
  topics: [Topic!]! @link(inverse: "dossiers") @filter @facet
  "A word for editors."
  codename: String @filter @sort @audience(role: EDITOR)
  "A value for editors."
  scheme: TopicScheme @filter @sort @facet @audience(role: EDITOR)
  "A number for editors."
  weight: Int @filter @sort @audience(role: EDITOR)
  "A day for editors."
  seenOn: PartialDate @filter @sort @audience(role: EDITOR)
  "A text for editors."
  remark: String @localised @search @filter @audience(role: EDITOR)
  "A link for editors."
  informant: Topic @link(inverse: "informed") @filter @facet @audience(role: EDITOR)
  "Links for editors."
  witnesses: [Topic!] @link(inverse: "witnessed") @filter @facet @audience(role: EDITOR)
  "Parts for editors."
  leads: [Lead!] @filter @audience(role: EDITOR)
  "A word for administrators."
  sealed: String @audience(role: ADMIN)
}

"A kind for administrators."
type Vault implements Entry & Node @entry(folder: "vaults") @audience(role: ADMIN) {
  "What it contains."
  summary: String @localised
}

"A part for editors."
type Lead {
  "A word."
  name: String @filter
  "A link."
  about: Topic @link(inverse: "leads") @filter
}
`;

/** The secret of one of two databases that are otherwise identical. */
export interface Secret {
  word: string;
  scheme: string;
  weight: number;
  day: string;
  topic: string;
}

/** The secrets of the two databases, each hidden value of which differs. */
export const SECRETS: readonly [Secret, Secret] = [
  { word: 'quicksilver', scheme: 'SUBJECT', weight: 7, day: '2019-03', topic: 'left' },
  { word: 'cinnabar', scheme: 'DIGITAL_USE', weight: 70, day: '2021-11-05', topic: 'right' },
];

/** A server over a database that contains a secret in every possible place. */
export interface SecretDatabase {
  app: FastifyInstance;
  schema: ReturnType<typeof loadModel>;
  /** Token of an editor. */
  token: string;
  get(url: string, headers?: Record<string, string>): Promise<string>;
  query(query: string, as?: { token: string }): Promise<string>;
  close(): Promise<void>;
}

/** Time of all writes, so that two databases have the same times. */
const WRITTEN_AT = new Date('2026-01-01T00:00:00Z');

/** Starts a server over a new database that contains the secret in every possible place. */
export async function createSecretDatabase(secret: Secret): Promise<SecretDatabase> {
  const folder = join(mkdtempSync(join(tmpdir(), 'signpost-visibility-')), 'schema');
  cpSync('schema', folder, { recursive: true });
  writeFileSync(join(folder, 'dossier.graphql'), DOSSIER);
  const model = loadModel(folder);
  const database = await testDatabase();
  const base = await openKnowledgeBase({ uri: database.uri, database: database.name(), model, now: () => WRITTEN_AT });
  await write(base, secret);
  const opened = await openServices(base, { countsEntries: false, onError: throwOnError });
  await opened.beginSearch().whenIdle();
  const { services } = opened;
  const app = await buildApp(services, {
    log: pino({ level: 'silent' }),
    corsOrigins: '*',
    graphiqlDir: 'no-such-folder',
    admission: { maxInFlight: 100, rate: { burst: 1_000_000, perSecond: 1_000_000 } },
  });
  const token = await makeToken({ services }, { name: 'Ana', role: 'EDITOR' });
  return {
    app,
    schema: model,
    token,
    get: async (url, headers = {}) => {
      const { statusCode, body } = await app.inject({ url, headers });
      return `${statusCode} ${body.replaceAll(/"(requestId|x-request-id)":"[^"]*"/g, '')}`;
    },
    query: async (query, as) => {
      const { body } = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...(as && { authorization: `Bearer ${as.token}` }) },
        payload: { query, ...(as && { extensions: { preview: true } }) },
      });
      return body;
    },
    async close() {
      await app.close();
      await opened.close();
      await base.store.close();
      await database.close();
    },
  };
}

/** Writes the same entries in the same order. Only content that readers do not see depends on the secret. */
async function write(services: Parameters<typeof saveRecords>[0], secret: Secret): Promise<void> {
  const revisions = new Map<string, number>();
  const { store, model } = services;
  const put = async (kind: string, slug: string, raw: object, publish: boolean) => {
    const expectedRevision = revisions.get(slug) ?? 0;
    const record = { kind: model.kind(kind), slug, raw, originalLocale: null, publish, expectedRevision };
    const result = await saveRecords(services, [record], { author: 'Ana', message: 'written' });
    if (result.outcome !== 'WRITTEN') throw new Error(JSON.stringify(result));
    revisions.set(slug, expectedRevision + 1);
  };
  const retire = async (kind: string, slug: string) => {
    const [entry] = await store.entries.currentStates([{ kind, slug }]);
    const { originalLocale, record, revision } = entry!;
    const change = {
      action: 'RETIRE',
      kind,
      slug,
      expectedRevision: revision,
      status: 'RETIRED',
      originalLocale,
      record,
    } as const;
    await store.log.commit({ author: 'Ana', message: 'withdrawn', entries: [change] });
  };
  const hidden = {
    codename: secret.word,
    scheme: secret.scheme,
    weight: secret.weight,
    seenOn: secret.day,
    remark: { en: `The ${secret.word} remark`, ...(secret.weight > 50 && { fr: 'Remarque' }) },
    informant: secret.topic,
    witnesses: [secret.topic],
    leads: [{ name: secret.word, about: secret.topic }],
    sealed: secret.word,
  };
  const recordOf = (title: string) => ({
    title: { en: title },
    summary: { en: `All about ${secret.word}` },
    topics: [secret.topic],
    ...hidden,
  });
  for (const slug of ['left', 'right', 'plain'])
    await put('Topic', slug, { title: { en: slug }, scheme: 'SUBJECT' }, true);
  await put('Topic', 'drafted', { title: { en: secret.word }, scheme: secret.scheme, broader: secret.topic }, false);
  const publicRecord = { title: { en: 'Shown' }, summary: { en: 'For all' }, topics: ['plain', 'drafted'] };
  await put('Dossier', 'shown', { ...publicRecord, ...hidden }, true);
  await put('Dossier', 'other', { title: { en: 'Other' }, topics: ['left', 'right'] }, true);
  // A draft that only editors see, a draft of a published entry, and an unpublished entry.
  await put('Dossier', 'secret', recordOf(`The ${secret.word} file`), false);
  await put('Dossier', 'changing', { title: { en: 'Changing' }, topics: ['plain'] }, true);
  await put('Dossier', 'changing', recordOf(`Now ${secret.word}`), false);
  await put('Dossier', 'withdrawn', recordOf('Withdrawn'), true);
  await retire('Dossier', 'withdrawn');
  await put('Dossier', 'dropped', recordOf(secret.word), false);
  await retire('Dossier', 'dropped');
  // An entry that was published and then unpublished.
  await put('Dossier', 'recalled', recordOf(`Recalled ${secret.word}`), true);
  const [recalled] = await store.entries.currentStates([{ kind: 'Dossier', slug: 'recalled' }]);
  const { record, originalLocale } = recalled!;
  await store.log.commit({
    author: 'Ana',
    message: 'taken back',
    entries: [
      {
        action: 'UNPUBLISH',
        kind: 'Dossier',
        slug: 'recalled',
        expectedRevision: 1,
        status: 'DRAFT',
        originalLocale,
        record,
      },
    ],
  });
}
