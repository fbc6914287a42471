import {
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { entryKindName } from '../../src/model/model.js';
import { SECRETS } from './secret-database.js';

/** Operands of each scalar in GraphQL syntax: hidden values, and others. */
const OPERANDS: Record<string, string[]> = {
  String: [...SECRETS.flatMap(({ word }) => [word, word.slice(0, 4), `The ${word} remark`]), 'shown', ''].map((text) =>
    JSON.stringify(text),
  ),
  Slug: ['"left"', '"right"', '"secret"', '"dropped"'],
  ID: ['"left"'],
  Int: ['6', '8', '69'],
  Float: ['7'],
  Boolean: ['true', 'false'],
  PartialDate: ['"2019"', '"2019-03"', '"2021-11-05"', '"2020"'],
  DateTime: ['"2025-12-31T00:00:00Z"', '"2026-01-01T00:00:00Z"', '"2026-01-02T00:00:00Z"'],
};

/** Returns every filter of a type down to a depth: each operator of each field with each operand. */
function filtersOf(type: GraphQLInputObjectType, depth: number): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    if (['and', 'or'].includes(field.name)) return [];
    return literalsOf(field.type, depth - 1).map((literal) => `{ ${field.name}: ${literal} }`);
  });
}

function literalsOf(inputType: GraphQLInputType, depth: number): string[] {
  const type = getNullableType(inputType) as GraphQLInputType;
  if (isListType(type)) return literalsOf(type.ofType, depth).map((literal) => `[${literal}]`);
  if (isInputObjectType(type)) return depth > 0 ? filtersOf(type, depth) : [];
  if (isEnumType(type))
    return type
      .getValues()
      .slice(0, 3)
      .map(({ name }) => name);
  return OPERANDS[(type as { name: string }).name] ?? [];
}

/** Returns all queries that a reader can send about the entries of a kind and their links. */
export function kindQueries(
  schema: GraphQLSchema,
  kind: { name: string; singular: string; plural: string },
  depth: number,
): string[] {
  const { name, plural, singular } = kind;
  const filter = schema.getType(`${name}Filter`) as GraphQLInputObjectType;
  const order = schema.getType(`${name}Order`) as GraphQLInputObjectType;
  const facets = schema.getType(`${name}Facets`);
  const pageFields = '{ totalCount pageInfo { startCursor endCursor hasNextPage } edges { cursor node { slug } } }';
  const orders = Object.keys(order.getFields());
  const facetNames = isObjectType(facets) ? Object.values(facets.getFields()) : [];
  const valueOf = (type: string) => {
    const value = schema.getType(type.replace(/[[\]!]/g, ''));
    const inner = isObjectType(value) ? String(value.getFields()['value']!.type).replace('!', '') : '';
    return isCompositeType(schema.getType(inner)) ? 'value { slug title }' : 'value';
  };
  const fields = schema.getType(name);
  const inverses = isObjectType(fields)
    ? Object.values(fields.getFields()).filter(({ type }) => /Connection$/.test(String(type)))
    : [];
  const slugs = [
    'shown',
    'other',
    'secret',
    'changing',
    'withdrawn',
    'dropped',
    'recalled',
    'left',
    'right',
    'plain',
    'drafted',
    'nowhere',
  ];
  return [
    ...filtersOf(filter, depth).map((each) => `{ ${plural}(filter: ${each}) ${pageFields} }`),
    ...filtersOf(filter, 2).map((each) => `{ ${plural}(filter: { not: ${each} }) { totalCount } }`),
    ...orders.flatMap((field) =>
      ['ASC', 'DESC'].map(
        (direction) => `{ ${plural}(first: 2, orderBy: [{ ${field}: ${direction} }]) ${pageFields} }`,
      ),
    ),
    ...facetNames.map((field) => `{ ${plural} { facets { ${field.name} { ${valueOf(String(field.type))} count } } } }`),
    ...inverses.flatMap((inverse) =>
      slugs.map(
        (slug) =>
          `{ ${singular}(slug: "${slug}") { ${inverse.name} { totalCount edges { cursor node { slug title } } } } }`,
      ),
    ),
    ...slugs.flatMap((slug) => [
      `{ ${singular}(slug: "${slug}") { ${everything(schema, name)} } }`,
      `{ ${singular}(slug: "${slug}", asOf: "2026-06-01T00:00:00Z") { ${everything(schema, name)} } }`,
      `{ diff(kind: ${entryKindName(kind)}, slug: "${slug}", from: 1, to: 2) { path before after } }`,
      `{ ${singular}(slug: "${slug}") { related { entry { slug title } score reasons { shared { slug } link { field } } } } }`,
    ]),
  ];
}

/** Selects all scalar fields of a type, and those of links and objects one level down. */
function everything(schema: GraphQLSchema, name: string, depth = 2): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '__typename';
  const lines = Object.values(type.getFields()).flatMap((field) => {
    if (
      field.args.some((arg) => String(arg.type).endsWith('!')) ||
      ['related', 'series', 'citation'].includes(field.name)
    )
      return [];
    const inner = String(field.type).replace(/[[\]!]/g, '');
    if (inner.endsWith('Connection')) return [];
    if (!isObjectType(schema.getType(inner)))
      return schema.getType(inner) && 'getFields' in schema.getType(inner)! ? [] : [field.name];
    return depth > 1 ? [`${field.name} { ${everything(schema, inner, depth - 1)} }`] : [];
  });
  return lines.join(' ') || '__typename';
}

/** Returns queries of one list of all kinds, with every filter and every order. */
export function multiKindListQueries(schema: GraphQLSchema, depth: number): string[] {
  const filters = filtersOf(schema.getType('EntryFilter') as GraphQLInputObjectType, depth);
  const orders = Object.keys((schema.getType('EntryOrder') as GraphQLInputObjectType).getFields());
  const page =
    'totalCount pageInfo { startCursor endCursor hasNextPage } edges { cursor node { id slug title status } }';
  const kinds = 'kinds: [DOSSIER, TOPIC]';
  return [
    ...filters.map((filter) => `{ entries(first: 100, filter: ${filter}) { ${page} } }`),
    ...filters.map((filter) => `{ entries(${kinds}, filter: { not: ${filter} }) { totalCount } }`),
    ...orders.flatMap((name) =>
      ['ASC', 'DESC'].map((direction) => `{ entries(${kinds}, orderBy: [{ ${name}: ${direction} }]) { ${page} } }`),
    ),
  ];
}

/** Returns searches, paths and change queries for hidden words and entries, and for others. */
export function searchQueries(): string[] {
  const words = [
    ...SECRETS.flatMap(({ word }) => [word, `${word.slice(0, -1)}x`, `${word} file`]),
    'withdrawn',
    'shown',
    'recalled',
  ];
  const id = (key: string) => Buffer.from(key).toString('base64url');
  const keys = [
    'dossiers/shown',
    'dossiers/secret',
    'dossiers/withdrawn',
    'topics/left',
    'topics/right',
    'topics/drafted',
    'topics/plain',
    'dossiers/changing',
  ];
  const pairs = keys.flatMap((from) => keys.map((to) => [from, to] as const)).filter(([from, to]) => from !== to);
  const search =
    'totalCount didYouMean facets { kinds { value count } topics { value { slug } count } } edges { cursor score node { slug title } highlights { field pieces { text } } }';
  return [
    ...words.map((word) => `{ search(query: "${word}") { ${search} } }`),
    ...pairs.map(
      ([from, to]) =>
        `{ shortestPath(from: "${id(from)}", to: "${id(to)}", maxHops: 6) { length steps { from { slug } to { slug } } } }`,
    ),
    ...keys
      .flatMap((key) => ['', '@draft', '@1', '@2', '@3'].map((state) => `${key}${state}`))
      .map((key) => `{ node(id: "${id(key)}") { id ... on Entry { slug title status publishedRevision hasDraft } } }`),
    '{ changes(first: 100, kinds: [DOSSIER]) { nodes { message count entries { slug } } pageInfo { hasNextPage endCursor } } }',
    '{ changes(first: 100) { edges { cursor node { author message count entries(first: 100) { slug revision action entry { slug title } } } } pageInfo { hasNextPage endCursor } } }',
  ];
}
