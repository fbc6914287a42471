import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import type { GraphQLNamedType, GraphQLSchema, OperationDefinitionNode, SelectionNode } from 'graphql';
import {
  getIntrospectionQuery,
  graphqlSync,
  isAbstractType,
  isObjectType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Network } from './network.js';

/** What a cache gives for a query: all of it, or as much as it has. */
interface Cached {
  isComplete: boolean;
  data: unknown;
}

/** A client as frontends use it, with one cache. */
interface CachedClient {
  /** Asks the server, and puts the answer into the cache. @throws what the client has to complain of */
  ask(query: string): Promise<void>;
  /** Sends a mutation, whose answer goes into the cache as well, and gives that. @throws what there is to complain of */
  change(mutation: string): Promise<unknown>;
  /** What the cache gives for a query without asking. */
  read(query: string): Promise<Cached>;
}

/** Makes a client over a network. */
export type MakeClient = (schema: GraphQLSchema, network: Network) => CachedClient;

/** What a frontend asks of every entry. */
const NAMES = ['id', 'slug', 'title'];
const ON_NODES = `{ __typename id ... on Entry { ${NAMES.join(' ')} } }`;
/** The network answers whatever the address. */
const ADDRESS = 'http://server';

/** Apollo Client. What it has to be told are the members of interfaces, and that objects without an id are merged. */
export const apolloClient: MakeClient = (schema, { fetch }) => {
  const abstract = typesOf(schema).filter(isAbstractType);
  const cache = new InMemoryCache({
    possibleTypes: Object.fromEntries(
      abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    ),
    typePolicies: Object.fromEntries(typesWithoutId(schema).map(({ name }) => [name, { merge: true }])),
  });
  const client = new ApolloClient({ cache, link: new HttpLink({ uri: ADDRESS, fetch }) });
  return {
    async ask(query) {
      await client.query({ query: parse(query), fetchPolicy: 'network-only' });
    },
    async change(mutation) {
      return (await client.mutate({ mutation: parse(mutation) })).data;
    },
    read: async (query) => {
      const { complete, result } = cache.diff({ query: parse(query), optimistic: false, returnPartialData: true });
      return { isComplete: complete, data: result };
    },
  };
};

/** urql with its normalising cache, which is given the contract, and told of objects that have no id. */
export const urqlClient: MakeClient = (schema, { fetch }) => {
  const introspection = graphqlSync({ schema, source: getIntrospectionQuery() }).data as never;
  const complaints: string[] = [];
  const cache = cacheExchange({
    schema: introspection,
    keys: Object.fromEntries(typesWithoutId(schema).map(({ name }) => [name, () => null])),
    logger: (_severity, message) => complaints.push(message),
  });
  const client = new Client({ url: ADDRESS, fetch, preferGetMethod: false, exchanges: [cache, fetchExchange] });
  return {
    async ask(query) {
      const { error } = await client.query(query, {}, { requestPolicy: 'network-only' }).toPromise();
      if (error) throw error;
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    },
    async change(mutation) {
      const { data, error } = await client.mutation(mutation, {}).toPromise();
      if (error) throw error;
      return data;
    },
    async read(query) {
      const { data, operation } = await client.query(query, {}, { requestPolicy: 'cache-only' }).toPromise();
      return { isComplete: operation.context.meta?.cacheOutcome === 'hit', data };
    },
  };
};

/** The query with what screens ask of every object beside: its type, and its id, slug and title where it has them. */
export function withNames(schema: GraphQLSchema, query: string): string {
  const info = new TypeInfo(schema);
  const document = visit(
    parse(query),
    visitWithTypeInfo(info, {
      SelectionSet: {
        leave(node) {
          const type = info.getParentType();
          const fields = type && 'getFields' in type ? type.getFields() : {};
          const names = NAMES.filter((name) => name in fields);
          const added = type?.name === 'Node' ? ON_NODES : `{ __typename ${names.join(' ')} }`;
          return { ...node, selections: [...selectionsOf(added), ...node.selections] };
        },
      },
    }),
  );
  return print(document);
}

function selectionsOf(text: string): readonly SelectionNode[] {
  const [operation] = parse(text, { noLocation: true }).definitions;
  return (operation as OperationDefinitionNode).selectionSet.selections;
}

function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
}

function typesWithoutId(schema: GraphQLSchema): GraphQLNamedType[] {
  const roots: unknown[] = [schema.getQueryType(), schema.getMutationType()];
  return typesOf(schema).filter((type) => isObjectType(type) && !hasId(type) && !roots.includes(type));
}

function hasId(type: GraphQLNamedType): boolean {
  return 'getFields' in type && 'id' in type.getFields();
}
