import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** The value of a filter argument: conditions by field name. */
export type Filter = { readonly [name: string]: unknown };
/** The fields of an entry or object in a response. */
export type FieldValues = { readonly [name: string]: unknown };

/** A list at the root of the schema: its field, its arguments and its type. */
export interface RootList {
  name: string;
  filter: GraphQLInputObjectType;
  order: GraphQLInputObjectType;
  node: GraphQLNamedType;
  facets: GraphQLNamedType | null;
}

/** Sends a query to a server. @returns the data @throws Error if the response contains errors */
export type SendQuery = (query: string, variables?: object) => Promise<FieldValues>;

/** Returns the schema that a server introspects. */
export async function introspect(sendQuery: SendQuery): Promise<GraphQLSchema> {
  return buildClientSchema((await sendQuery(getIntrospectionQuery({ oneOf: true }))) as unknown as IntrospectionQuery);
}

/** Returns the root lists that accept a filter and can be paged in both directions. */
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

/** Returns the fields of a type, or an empty object if it has none. */
export function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

/** Whether a type is that of an entry, not of an object in an entry. */
export function isEntry(type: GraphQLNamedType): boolean {
  return 'entryKind' in fieldsOf(type);
}

/** Returns what a filter applies to: a scalar, a list of scalars, one object or a list of objects. */
export function filterTarget(filter: GraphQLInputObjectType): 'VALUE' | 'VALUES' | 'ONE' | 'MANY' {
  const names = filter.getFields();
  if ('some' in names) return 'MANY';
  if ('and' in names) return 'ONE';
  return 'has' in names ? 'VALUES' : 'VALUE';
}

/** Returns the input type of a field of a filter. */
export function fieldFilterType(filter: GraphQLInputObjectType, name: string): GraphQLInputObjectType {
  return getNamedType(filter.getFields()[name]!.type) as GraphQLInputObjectType;
}

/** Returns the fields of an entry or object that a filter supports. */
export function conditionsOf(filter: GraphQLInputObjectType): string[] {
  return Object.keys(filter.getFields()).filter((name) => !['and', 'or', 'not', 'exists'].includes(name));
}
