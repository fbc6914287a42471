import type { GraphQLInputObjectType, GraphQLNamedType, GraphQLSchema, IntrospectionQuery } from 'graphql';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** What a filter says, in the form of its input type. */
export type Filter = { readonly [name: string]: unknown };
/** What an entry or an object of it was answered with. */
export type Values = { readonly [name: string]: unknown };

/** A list at the root of the contract: its field, its arguments and what it holds. */
export interface RootList {
  name: string;
  filter: GraphQLInputObjectType;
  order: GraphQLInputObjectType;
  node: GraphQLNamedType;
  facets: GraphQLNamedType | null;
}

/** Asks a server. @returns the data @throws Error where there is an error beside them */
export type Ask = (query: string, variables?: object) => Promise<Values>;

/** The contract of a server, as it tells it. */
export async function introspected(ask: Ask): Promise<GraphQLSchema> {
  return buildClientSchema((await ask(getIntrospectionQuery({ oneOf: true }))) as unknown as IntrospectionQuery);
}

/** The lists at the root of a contract that take a filter and are read both ways. */
export function rootLists(schema: GraphQLSchema): RootList[] {
  return Object.values(schema.getQueryType()!.getFields()).flatMap(({ name, args, type }) => {
    const argument = (of: string) => getNamedType(args.find((arg) => arg.name === of)?.type);
    const [filter, order] = [argument('filter'), argument('orderBy')];
    if (!isInputObjectType(filter) || !isInputObjectType(order) || !argument('last')) return [];
    const connection = fieldsOf(getNamedType(type));
    const facets = connection['facets'] ? getNamedType(connection['facets'].type) : null;
    return [{ name, filter, order, node: getNamedType(connection['nodes']!.type), facets }];
  });
}

/** The fields of a type; none where it has none. */
export function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

/** Whether a type is that of entries, and not of objects that entries hold. */
export function isEntry(type: GraphQLNamedType): boolean {
  return 'entryKind' in fieldsOf(type);
}

/** What a filter is on: one value or several, one thing or several, which have conditions of their own. */
export function formOf(filter: GraphQLInputObjectType): 'VALUE' | 'VALUES' | 'ONE' | 'MANY' {
  const names = filter.getFields();
  if ('some' in names) return 'MANY';
  if ('and' in names) return 'ONE';
  return 'has' in names ? 'VALUES' : 'VALUE';
}

/** The filter that a field of a filter takes. */
export function inner(filter: GraphQLInputObjectType, name: string): GraphQLInputObjectType {
  return getNamedType(filter.getFields()[name]!.type) as GraphQLInputObjectType;
}

/** The fields of an entry or object that a filter knows. */
export function conditionsOf(filter: GraphQLInputObjectType): string[] {
  return Object.keys(filter.getFields()).filter((name) => !['and', 'or', 'not', 'exists'].includes(name));
}
