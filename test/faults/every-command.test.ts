import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { planFolder } from '../../src/content/plan-folder.js';
import { applyPlan } from '../../src/content/seed-database.js';
import { tokenDigest } from '../../src/http/authentication.js';
import { createLog, type RunningServer, startServer } from '../../src/server.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { embeddedOnlyTest } from '../support/embedded-only.js';
import { type CommandFault, Faults, READ_COMMANDS, WRITE_COMMANDS } from '../support/injected-faults.js';

/** With LONG=1, every command fails with one or two of the faults; otherwise some commands fail with one fault. */
const isLong = process.env.LONG === '1';
const UNAUTHORISED: CommandFault = { errorCode: 18 };
const FAULTS: readonly CommandFault[] = isLong
  ? [
      UNAUTHORISED,
      { errorCode: 14031 },
      { errorCode: 91 },
      { closeConnection: true },
      { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } },
    ]
  : [UNAUTHORISED];
/** Numbers of successful commands before the failing one; null to let every command fail in turn. */
const SAMPLE = isLong ? null : [0, 7];
/** Distance between two commands that fail with the same fault. */
const STRIDE = 3;
const QUERY = `{ topics { nodes { slug title } } reports: search(query: "report") { totalCount nodes { slug } }
  country(by: { code: "gr" }) { slug } area(code: "EL") { area { slug } } sources { totalCount } }`;

/**
 * Kinds that are left out with their content, because each adds commands that equal those of another. The remaining
 * kinds have figures, a derived field, links of all types, and three are areas.
 */
const LEFT_OUT = [
  ['case', 'cases'],
  ['country-update', 'country-updates'],
  ['event', 'events'],
  ['leaflet', 'leaflets'],
  ['law', 'laws'],
  ['legal-measure', 'legal-measures'],
  ['resource', 'resources'],
  ['trend', 'trends'],
] as const;

// The fault is set by a fail point of the embedded database.
const embeddedOnly = embeddedOnlyTest('fail points are specific to the embedded database');

const token = `sp_${randomBytes(32).toString('base64url')}`;
const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
let folder: string;
let database: TestDatabase;
let faults: Faults;
let servers: RunningServer[] = [];
let normalResponse: object;

const configOf = (name = 'shared', settings: NodeJS.ProcessEnv = {}) => ({
  ...readConfig({
    ...settings,
    MONGODB_URI: database.uri,
    MONGODB_DB: database.name(name),
    CONTENT_DIR: join(folder, 'valid'),
    LOG_LEVEL: 'silent',
    PORT: '0',
  }),
  schemaDir: join(folder, 'schema'),
});
const start = (name?: string, settings?: NodeJS.ProcessEnv) =>
  startServer(configOf(name, settings), { log: createLog({ logLevel: 'silent' }) });

async function sendQuery({ url }: RunningServer, query: string): Promise<{ data: object; errors?: unknown }> {
  const isEditor = query.startsWith('mutation');
  const headers = { 'content-type': 'application/json', ...(isEditor && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await answer.json()) as { data: object };
}

/** Waits until a server and its search index are ready. */
async function isReady({ url }: RunningServer): Promise<void> {
  const waitUntil = Date.now() + 20_000;
  for (let health = ''; ;) {
    if (Date.now() > waitUntil) throw new Error(`not ready after 20 s: ${health}`);
    const readyResponse = await fetch(`${url}/health/ready`);
    health = await readyResponse.text();
    if (readyResponse.status === 200 && (JSON.parse(health) as { search: string }).search === 'READY') return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until a server is ready and returns the expected responses. Fails with the actual ones after 20 s. */
async function expectNormalResponse(server: RunningServer, expected: object): Promise<void> {
  const waitUntil = Date.now() + 20_000;
  for (;;) {
    const readyResponse = await fetch(`${server.url}/health/ready`);
    const { search } = (await readyResponse.json()) as { search: string };
    const { data } = await sendQuery(server, QUERY);
    if (readyResponse.status === 200 && search === 'READY' && JSON.stringify(data) === JSON.stringify(expected)) return;
    if (Date.now() > waitUntil)
      return expect({ status: readyResponse.status, search, data }).toEqual({ status: 200, data: expected });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Repeats an action, with a later command failing each time, until no command is left to fail. */
async function failEachCommand(
  work: (name: string) => Promise<void>,
  after: () => Promise<void>,
  by: readonly CommandFault[] = FAULTS,
): Promise<void> {
  let failedCount = 0;
  for (const [number, fault] of by.entries()) {
    // Only writes report replication errors.
    const commands = 'writeConcernError' in fault ? WRITE_COMMANDS : [...READ_COMMANDS, ...WRITE_COMMANDS];
    for (let index = 0, hasMore = true; hasMore && index < (SAMPLE?.length ?? Infinity); index += 1) {
      await faults.set(fault, commands, { skip: SAMPLE?.[index] ?? index * STRIDE + (number % STRIDE), times: 1 });
      await work(`${number}-${index}`);
      const count = await faults.end();
      hasMore = SAMPLE !== null || count > 0;
      failedCount += count;
      await after();
    }
  }
  expect(failedCount).toBeGreaterThan(0);
  expect(unhandled).toEqual([]);
}

const expectBothNormal = async () => {
  for (const server of servers) await expectNormalResponse(server, normalResponse);
};

beforeAll(async () => {
  process.on('unhandledRejection', note);
  folder = mkdtempSync(join(tmpdir(), 'signpost-faults-'));
  const isLeftOut = (path: string) => LEFT_OUT.flat().some((name) => basename(path, '.graphql') === name);
  for (const from of ['schema', 'test/fixtures/valid'])
    cpSync(from, join(folder, basename(from)), { recursive: true, filter: (path) => !isLeftOut(path) });
  database = await testDatabase({ own: true, fails: true });
  faults = await Faults.of(database.uri);
  servers = [await start(), await start()];
  const { store, close } = await openDatabase(configOf());
  const storedToken = { id: 'editor', name: 'Ana', role: 'EDITOR' as const, digest: tokenDigest(token) };
  await store.tokens.add({ ...storedToken, createdAt: new Date(), expiresAt: null, revokedAt: null });
  await close();
  for (let isReady = false; !isReady;) {
    const answer = await sendQuery(servers[0]!, QUERY);
    normalResponse = answer.data;
    isReady = answer.errors === undefined;
  }
  await expectBothNormal();
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await Promise.all(servers.map((server) => server.close()));
  await faults.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

embeddedOnly('a server starts and returns normal responses, whichever database command fails meanwhile', async () => {
  let server: RunningServer;
  const work = async () => {
    server = await start();
    await isReady(server);
  };
  const after = async () => {
    await expectNormalResponse(server, normalResponse);
    await server.close();
    await expectBothNormal();
  };
  await failEachCommand(work, after);
});

/** Repeatedly starts servers on an empty database at the same time, with another command failing each time. */
async function failingEachFill(count: number, faults?: readonly CommandFault[]): Promise<void> {
  let startedServers: RunningServer[];
  const work = async (name: string) => {
    startedServers = await Promise.all(Array.from({ length: count }, () => start(`empty-${count}-${name}`)));
    await Promise.all(startedServers.map(isReady));
  };
  const after = async () => {
    for (const server of startedServers) await expectNormalResponse(server, normalResponse);
    await Promise.all(startedServers.map((server) => server.close()));
  };
  await failEachCommand(work, after, faults);
}

(isLong ? embeddedOnly : test.skip)('a start fills an empty database, whichever command fails', async () => {
  await failingEachFill(1);
});

embeddedOnly(
  'one of two servers that start at the same time fills an empty database, whichever command fails',
  async () => {
    // Two servers send twice as many commands, so only one error is tested, which the driver does not retry.
    await failingEachFill(2, [UNAUTHORISED]);
  },
);

embeddedOnly('a search that failed succeeds when it is repeated', async () => {
  // Cached responses would need no command.
  const server = await start(undefined, { CACHE_MB: '0' });
  await expectNormalResponse(server, normalResponse);
  const work = async () => {
    await sendQuery(server, QUERY);
  };
  await failEachCommand(work, () => expectNormalResponse(server, normalResponse));
  await server.close();
});

embeddedOnly('a save during which a command fails is stored completely or not at all, and is repeatable', async () => {
  let revision = 0;
  let saved = 0;
  const save = (title: string) =>
    sendQuery(
      servers[0]!,
      `mutation { sourceSave(slug: "saved", expectedRevision: ${revision}, options: { publish: true },
        record: { title: { en: "${title}" }, publisherName: "Somebody" }) { revision obstacle { __typename } userErrors { code } } }`,
    );
  const read = async (server: RunningServer) =>
    (await sendQuery(server, '{ source(slug: "saved") { title revision } }')) as {
      data?: { source: { title: string; revision: number } | null } | null;
    };
  const work = async () => {
    saved += 1;
    await save(`Failed ${saved}`);
    // After any outcome, the next attempt starts from the current state and succeeds on both servers.
    for (let isSaved = false, attempt = 0; !isSaved; attempt += 1) {
      expect(attempt).toBeLessThan(50);
      revision = (await read(servers[0]!)).data?.source?.revision ?? 0;
      const { data } = (await save(`Saved ${saved}`)) as { data: { sourceSave: { revision: number | null } | null } };
      // The previous attempt may have saved this title already, although it failed.
      isSaved = typeof data?.sourceSave?.revision === 'number';
      revision = data?.sourceSave?.revision ?? revision;
    }
    const expected = { data: { source: { title: `Saved ${saved}`, revision } } };
    for (const server of servers) {
      const waitUntil = Date.now() + 10_000;
      // A single response is checked, because the failing command may belong to a second read.
      let answer = await read(server);
      while (JSON.stringify(answer) !== JSON.stringify(expected) && Date.now() < waitUntil) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        answer = await read(server);
      }
      expect(answer).toEqual(expected);
    }
  };
  await failEachCommand(work, () => Promise.resolve());
  ({ data: normalResponse } = await sendQuery(servers[0]!, QUERY));
  await expectBothNormal();
});

embeddedOnly('a seed with a failing command is stored completely or not at all; the next completes it', async () => {
  const seed = async () => {
    await using services = await openDatabase(configOf());
    const { plan } = await planFolder(join(folder, 'valid'), services, true);
    await applyPlan(plan!, services, 'seed');
  };
  const unseed = async () => {
    await using services = await openDatabase(configOf());
    const [topic] = await services.store.entries.currentStates([{ kind: 'Topic', slug: 'adverts' }]);
    const { kind, slug, originalLocale, revision, record } = topic!;
    const changed = { ...record, title: { en: 'Changed' } };
    await services.store.log.commit({
      author: 'test',
      message: '',
      entries: [
        {
          action: 'SAVE',
          kind,
          slug,
          originalLocale,
          expectedRevision: revision,
          status: 'PUBLISHED',
          record: changed,
        },
      ],
    });
  };
  await seed();
  // Servers may briefly return cached data from before another process's write; a new server may not.
  const freshServer = await start();
  await isReady(freshServer);
  ({ data: normalResponse } = await sendQuery(freshServer, QUERY));
  await freshServer.close();
  const work = async () => {
    await seed().catch(() => undefined);
    await seed().catch(() => seed());
    await expectBothNormal();
  };
  await failEachCommand(work, unseed);
});
