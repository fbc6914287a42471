import type { GraphQLSchema } from 'graphql';
import { isAbstractType, Kind } from 'graphql';
import type { Ask } from './contract.js';
import { rootLists } from './contract.js';
import type { Connection, KnownEntry } from './known.js';
import { edgesOf, keyOf, walked } from './known.js';
import { directive, namedType, WrittenTypes } from './written.js';

/** A link as the files of the schema have it: by which fields entries of a type lead to some, and what these call them. */
interface Link {
  from: string;
  path: readonly string[];
  to: string;
  inverse: string;
}

/** All links that have a name at their far end. */
function writtenLinks(): Link[] {
  const types = new WrittenTypes();
  const of = (type: string, from: string, before: readonly string[]): Link[] =>
    [...types.stored(type)].flatMap(([name, field]): Link[] => {
      if (before.includes(name)) return [];
      const [path, to] = [[...before, name], namedType(field.type)];
      const link = directive(field, 'link');
      if (!link) return types.isObject(to) ? of(to, from, path) : [];
      const inverse = link.arguments?.find((each) => each.name.value === 'inverse')?.value;
      return inverse?.kind === Kind.STRING ? [{ from, path, to, inverse: inverse.value }] : [];
    });
  return types.kinds().flatMap((name) => of(name, name, []));
}

/** What links to what, as the ones and as the others tell it. */
export interface BothWays {
  /** By the name of the field at the far end. */
  name: string;
  /** Each as `from → to`. */
  forward: string[];
  backward: string[];
}

/** Follows every link of a knowledge base from both of its ends. */
export async function bothWays(ask: Ask, schema: GraphQLSchema): Promise<BothWays[]> {
  const lists = new Map(rootLists(schema).map(({ name, node }) => [node.name, name]));
  const all = new Map<string, { forward: Set<string>; backward: string[] }>();
  const byName = (type: string, inverse: string) => {
    const name = `${type}.${inverse}`;
    return all.get(name) ?? all.set(name, { forward: new Set(), backward: [] }).get(name)!;
  };
  const listed = new Set<string>();
  for (const name of lists.values()) for await (const entry of walked(ask, name, '')) listed.add(keyOf(entry));

  const links = writtenLinks();
  for (const { from, path, inverse } of links) {
    const fields = path.reduceRight((inner, name) => `${name} { ${inner} }`, '__typename slug');
    for await (const entry of walked(ask, lists.get(from)!, fields)) {
      for (const end of endsOf(entry, path)) {
        if (listed.has(keyOf(end))) byName(end.__typename, inverse).forward.add(`${keyOf(entry)} → ${keyOf(end)}`);
      }
    }
  }
  for (const { to, inverse } of links) {
    const type = schema.getType(to)!;
    for (const { name } of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
      const { backward } = byName(name, inverse);
      if (backward.length > 0) continue;
      for await (const entry of walked(ask, lists.get(name)!, edgesOf(inverse))) {
        const { edges, totalCount } = entry[inverse] as Connection;
        backward.push(...edges.map(({ node }) => `${keyOf(node)} → ${keyOf(entry)}`));
        if (totalCount !== edges.length) backward.push(`${keyOf(entry)} counts ${totalCount} and has ${edges.length}`);
      }
    }
  }
  return [...all].map(([name, { forward, backward }]) => ({
    name,
    forward: [...forward].sort(),
    backward: backward.sort(),
  }));
}

function endsOf(value: unknown, path: readonly string[]): KnownEntry[] {
  const [name, ...rest] = path;
  return [value].flat().flatMap((each) => {
    if (each === null || each === undefined) return [];
    return name === undefined ? [each as KnownEntry] : endsOf((each as Record<string, unknown>)[name], rest);
  });
}
