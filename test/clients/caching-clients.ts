import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import {
  getIntrospectionQuery,
  type GraphQLNamedType,
  type GraphQLSchema,
  graphqlSync,
  isAbstractType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { SimulatedNetwork } from './simulated-network.js';

/** The cached result of a query, complete or partial. */
interface Cached {
  isComplete: boolean;
  data: unknown;
}

/** A client as frontends use it, with one cache. */
interface CachedClient {
  /** Sends a query and writes the response to the cache. @throws errors that the client reports */
  query(query: string): Promise<void>;
  /** Sends a mutation, writes the response to the cache and returns it. @throws errors that the client reports */
  change(mutation: string): Promise<unknown>;
  /** Reads a query from the cache without a request. */
  read(query: string): Promise<Cached>;
}

/** Creates a client with an empty cache that sends its requests over a simulated network. */
export type MakeClient = (schema: GraphQLSchema, network: SimulatedNetwork) => CachedClient;

/** Fields that a frontend selects of every entry. */
const NAMES = ['id', 'slug', 'title'];
const ON_NODES = `{ __typename id ... on Entry { ${NAMES.join(' ')} } }`;
/** URL of all requests. The simulated network ignores it. */
const ADDRESS = 'http://server';

/** Creates an Apollo Client. Configures the members of interfaces, and a merge policy for objects without id. */
export const createApolloClient: MakeClient = (schema, { fetch }) => {
  const abstract = typesOf(schema).filter(isAbstractType);
  const cache = new InMemoryCache({
    possibleTypes: Object.fromEntries(
      abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    ),
    typePolicies: Object.fromEntries(typesWithoutId(schema).map(({ name }) => [name, { merge: true }])),
  });
  const client = new ApolloClient({ cache, link: new HttpLink({ uri: ADDRESS, fetch }) });
  return {
    async query(query) {
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

/** Creates a urql client with a normalised cache. Configures the schema, and the types of objects without id. */
export const createUrqlClient: MakeClient = (schema, { fetch }) => {
  const introspection = introspect(schema) as never;
  const warnings: string[] = [];
  const cache = cacheExchange({
    schema: introspection,
    keys: Object.fromEntries(typesWithoutId(schema).map(({ name }) => [name, () => null])),
    logger: (_severity, message) => warnings.push(message),
  });
  const client = new Client({ url: ADDRESS, fetch, preferGetMethod: false, exchanges: [cache, fetchExchange] });
  return {
    async query(query) {
      const { error } = await client.query(query, {}, { requestPolicy: 'network-only' }).toPromise();
      if (error) throw error;
      if (warnings.length > 0) throw new Error(warnings.join('\n'));
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

const introspections = new WeakMap<GraphQLSchema, unknown>();

/** Introspects a schema once. */
function introspect(schema: GraphQLSchema): unknown {
  if (!introspections.has(schema))
    introspections.set(schema, graphqlSync({ schema, source: getIntrospectionQuery() }).data);
  return introspections.get(schema);
}

/**
 * Adds the fields that frontends select of every object to a query: `__typename`, and the id, slug and title of types
 * that have them.
 */
export function addIdentityFields(schema: GraphQLSchema, query: string): string {
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
