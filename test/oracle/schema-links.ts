import { getNamedType, type GraphQLSchema, isAbstractType, Kind } from 'graphql';
import { fieldsOf, type FieldValues, rootLists, type SendQuery } from './introspection.js';
import {
  type Connection,
  type Edge,
  edgeSelection,
  type ExpectedEntry,
  keyOf,
  walkEntries,
} from './expected-entries.js';
import { directiveArguments, unwrappedTypeName, SchemaTypes } from './schema-types.js';

/** A link in the schema files: the fields that contain it, and the inverse field of the target. */
export interface Link {
  from: string;
  path: readonly string[];
  to: string;
  inverse: string;
  /**
   * The selection of the object that contains the link; empty if the entry contains it, or if the object is not public.
   */
  selection: string;
}

/** Returns all links that have an inverse field. */
export function linksWithInverse(schema: GraphQLSchema): Link[] {
  const types = new SchemaTypes();
  const linksFrom = (type: string, from: string, before: readonly string[]): Link[] =>
    [...types.stored(type)].flatMap(([name, field]): Link[] => {
      if (before.includes(name)) return [];
      const [path, to] = [[...before, name], unwrappedTypeName(field.type)];
      const link = directiveArguments(field, 'link');
      if (!link) return types.isObject(to) ? linksFrom(to, from, path) : [];
      const inverse = link.arguments?.find((each) => each.name.value === 'inverse')?.value;
      if (inverse?.kind !== Kind.STRING) return [];
      const ends = getNamedType(fieldsOf(schema.getType(to)!)[inverse.value]?.type);
      const hasVia = ends && 'via' in fieldsOf(getNamedType(fieldsOf(ends)['edges']!.type));
      const selection = hasVia && type !== from ? plainFields(types, type) : '';
      return [{ from, path, to, inverse: inverse.value, selection }];
    });
  return types.kinds().flatMap((name) => linksFrom(name, name, []));
}

/** Returns the fields of an object that are neither links nor objects. */
function plainFields(types: SchemaTypes, type: string): string {
  const plain = [...types.stored(type).values()].filter(
    (field) => !directiveArguments(field, 'link') && !types.isObject(unwrappedTypeName(field.type)),
  );
  return plain.map(({ name }) => name.value).join(' ');
}

/** All links with one inverse field, as read from both ends. */
export interface TwoWayLink {
  /** Name of the inverse field. */
  name: string;
  /** Each link as `from → to`, with the fields of the object that contains it. */
  forward: string[];
  backward: string[];
}

/** Reads every link of a knowledge base from both ends. */
export async function readTwoWayLinks(sendQuery: SendQuery, schema: GraphQLSchema): Promise<TwoWayLink[]> {
  const lists = new Map(rootLists(schema).map(({ name, node }) => [node.name, name]));
  const linksByName = new Map<string, { forward: Set<string>; backward: string[] }>();
  const byName = (type: string, inverse: string) => {
    const name = `${type}.${inverse}`;
    return linksByName.get(name) ?? linksByName.set(name, { forward: new Set(), backward: [] }).get(name)!;
  };
  const listed = new Set<string>();
  for (const name of lists.values())
    for await (const entry of walkEntries(sendQuery, name, '')) listed.add(keyOf(entry));

  const links = linksWithInverse(schema);
  for (const { from, path, inverse, selection } of links) {
    const [last, ...outerFields] = path.toReversed();
    const fields = outerFields.reduce(
      (inner, name) => `${name} { ${inner} }`,
      `${selection} ${last} { __typename slug }`,
    );
    for await (const entry of walkEntries(sendQuery, lists.get(from)!, fields)) {
      const holders = endsOf<FieldValues>(entry, path.slice(0, -1));
      for (const end of endsOf<ExpectedEntry>(holders, [last!])) {
        if (!listed.has(keyOf(end))) continue;
        const ownHolders = holders.filter((holder) =>
          endsOf<ExpectedEntry>(holder, [last!]).some((each) => keyOf(each) === keyOf(end)),
        );
        byName(end.__typename, inverse).forward.add(linked(entry, end, selection, ownHolders));
      }
    }
  }
  for (const { to, inverse, selection } of links) {
    const type = schema.getType(to)!;
    for (const { name } of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
      const { backward } = byName(name, inverse);
      if (backward.length > 0) continue;
      for await (const entry of walkEntries(
        sendQuery,
        lists.get(name)!,
        edgeSelection(inverse, selection && `via { ${selection} }`),
      )) {
        const { edges, totalCount } = entry[inverse] as Connection;
        backward.push(...edges.map(({ node, via }) => linked(node, entry, selection, via ?? [])));
        if (totalCount !== edges.length) backward.push(`${keyOf(entry)} counts ${totalCount} and has ${edges.length}`);
      }
    }
  }
  return [...linksByName].map(([name, { forward, backward }]) => ({
    name,
    forward: [...forward].sort(),
    backward: backward.sort(),
  }));
}

/** Formats a link and the fields of the object that contains it. */
function linked(from: Edge['node'], to: Edge['node'], conditions: string, holders: readonly FieldValues[]): string {
  const texts = conditions && holders.map((holder) => conditions.split(' ').map((name) => holder[name]));
  return `${keyOf(from)} → ${keyOf(to)}${texts && ` ${JSON.stringify(texts)}`}`;
}

function endsOf<End>(value: unknown, path: readonly string[]): End[] {
  const [name, ...rest] = path;
  return [value].flat().flatMap((each) => {
    if (each === null || each === undefined) return [];
    return name === undefined ? [each as End] : endsOf<End>((each as FieldValues)[name], rest);
  });
}
