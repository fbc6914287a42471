import { ApolloServer } from '@apollo/server';
import responseCache from '@apollo/server-plugin-response-cache';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { startStandaloneServer } from '@apollo/server/standalone';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import DataLoader from 'dataloader';
import { type Db, MongoClient } from 'mongodb';

// Apollo Server without further tuning over the same documents in the same embedded database. It has hand-written types,
// one DataLoader per collection and request, and reads complete documents, as a team would write first. With CACHE_MB,
// its own plugin caches responses for a minute, and entries are cached before they are read. Each cache has half of the
// size, as in Signpost.

const halfCacheBytes = (Number(process.env.CACHE_MB ?? 0) / 2) * 2 ** 20;
const CACHE_SECONDS = 60;

const typeDefs = `#graphql
  type Query { resources(first: Int = 20, orderBy: [ResourceOrder!] = [{ slug: ASC }]): ResourceConnection! }
  enum OrderDirection { ASC }
  input ResourceOrder { slug: OrderDirection }
  type ResourceConnection { nodes: [Resource!]! }
  type Resource {
    slug: ID!
    title: String!
    provider: Organisation!
    topics: [Topic!]!
    groups: [CountryGroup!]!
  }
  type Organisation { slug: ID! title: String! }
  type Topic { slug: ID! title: String! }
  type CountryGroup { slug: ID! title: String! }
`;

interface Entry {
  _id: string;
  record: { title: Record<string, string>; provider: string; topics?: string[]; groups?: string[] };
}

type Loaders = Record<'organisations' | 'topics' | 'groups', DataLoader<string, Entry>>;

const named = { slug: ({ _id }: Entry) => _id, title: ({ record }: Entry) => record.title.en };
const resolvers = {
  Query: {
    resources: async (_root: unknown, { first }: { first: number }, { db }: { db: Db }) => ({
      nodes: await db
        .collection<Entry>('resources')
        .find({ status: 'PUBLISHED', hidden: { $ne: true } })
        .sort({ _id: 1 })
        .limit(first)
        .toArray(),
    }),
  },
  Resource: {
    ...named,
    provider: ({ record }: Entry, _: unknown, { loaders }: { loaders: Loaders }) => {
      return loaders.organisations.load(record.provider);
    },
    topics: ({ record }: Entry, _: unknown, { loaders }: { loaders: Loaders }) => {
      return loaders.topics.loadMany(record.topics ?? []);
    },
    groups: ({ record }: Entry, _: unknown, { loaders }: { loaders: Loaders }) => {
      return loaders.groups.loadMany(record.groups ?? []);
    },
  },
  Organisation: named,
  Topic: named,
  CountryGroup: named,
};

const entries = halfCacheBytes > 0 ? new InMemoryLRUCache<Entry>({ maxSize: halfCacheBytes }) : null;

function loaderOf(db: Db, collection: string): DataLoader<string, Entry> {
  return new DataLoader(async (slugs) => {
    const cachedEntries = await Promise.all(slugs.map((slug) => entries?.get(`${collection}/${slug}`)));
    const bySlug = new Map(slugs.map((slug, index) => [slug, cachedEntries[index]]));
    const missing = slugs.filter((slug) => bySlug.get(slug) === undefined);
    if (missing.length > 0) {
      const found = db.collection<Entry>(collection).find({ _id: { $in: missing } });
      for await (const entry of found) {
        bySlug.set(entry._id, entry);
        await entries?.set(`${collection}/${entry._id}`, entry, { ttl: CACHE_SECONDS });
      }
    }
    return slugs.map((slug) => bySlug.get(slug) ?? new Error(`there is no "${slug}" in ${collection}`));
  });
}

// The built database, because Signpost is also measured as compiled code.
const built = (await import(new URL('../../../dist/embedded.js', import.meta.url).href)) as {
  startEmbedded: (options: { dataDir: string }) => Promise<{ uri: string; close: () => Promise<void> }>;
};
const embedded = await built.startEmbedded({ dataDir: process.env.DATA_DIR! });
const client = await new MongoClient(embedded.uri, { monitorCommands: true }).connect();
let commands = 0;
client.on('commandStarted', () => (commands += 1));
const db = client.db('signpost');
const server = new ApolloServer<{ db: Db; loaders: Loaders }>({
  typeDefs,
  resolvers,
  ...(halfCacheBytes > 0 && {
    cache: new InMemoryLRUCache({ maxSize: halfCacheBytes }),
    plugins: [ApolloServerPluginCacheControl({ defaultMaxAge: CACHE_SECONDS }), responseCache()],
  }),
});
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({
    db,
    loaders: {
      organisations: loaderOf(db, 'organisations'),
      topics: loaderOf(db, 'topics'),
      groups: loaderOf(db, 'groups'),
    },
  }),
});
console.log(`Apollo is at ${new URL(url).origin}`);
process.on('message', () => process.send!({ commands }));
process.once('SIGTERM', () => {
  void server
    .stop()
    .then(() => client.close())
    .then(() => embedded.close())
    .then(() => process.disconnect());
});
