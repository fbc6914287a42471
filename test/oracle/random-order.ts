import { getNamedType, type GraphQLNamedType } from 'graphql';
import type { Random } from '../store/random.js';
import { fieldsOf, type FieldValues, type RootList } from './introspection.js';
import { type FilterOracle, firstAndLastDay, foldCase } from './filter-oracle.js';
import type { ExpectedEntry } from './expected-entries.js';

/** One term of `orderBy`. */
export type OrderTerm = Readonly<Record<string, string>>;
/** The path to a field, and its type. */
interface Path {
  names: readonly string[];
  type: string;
}

/** Returns a random order of zero or more terms, one of which may repeat. */
export function randomOrder(random: Random, { order }: Pick<RootList, 'order'>): OrderTerm[] {
  const names = random.pickSome(Object.keys(order.getFields()), 0, 2);
  const repeatedName = random.chance(0.3) ? names.slice(0, 1) : [];
  return [...names, ...repeatedName].map((name) => ({ [name]: random.pick(['ASC', 'DESC']) }));
}

/** Returns the path to a field by the joined names on the path, as in `issuerTitle`. */
export function sortKeyPath(type: GraphQLNamedType, name: string): Path | null {
  const ownField = fieldsOf(type)[name];
  if (ownField) return { names: [name], type: getNamedType(ownField.type).name };
  for (const field of Object.values(fieldsOf(type))) {
    if (!name.startsWith(field.name)) continue;
    const rest = name.charAt(field.name.length).toLowerCase() + name.slice(field.name.length + 1);
    const below = sortKeyPath(getNamedType(field.type), rest);
    if (below) return { ...below, names: [field.name, ...below.names] };
  }
  return null;
}

/** Returns all values at the end of a path through links, objects and lists, with duplicates. */
export function valuesAt(oracle: FilterOracle, from: unknown, [name, ...rest]: readonly string[]): unknown[] {
  const presentValues = [from].flat().filter((each) => each !== null);
  if (name === undefined) return presentValues;
  return presentValues.flatMap((each) => {
    const target = '__typename' in (each as FieldValues) ? oracle.linked(each) : (each as FieldValues);
    return target ? valuesAt(oracle, target[name], rest) : [];
  });
}

/** Returns a comparator of entries for a sort order: missing values last, ties by slug, then by kind. */
export function createEntryComparator(oracle: FilterOracle, type: GraphQLNamedType, orderBy: readonly OrderTerm[]) {
  const terms = (orderBy.length > 0 ? orderBy : [{ title: 'ASC' }]).map((term) => {
    const [[name, direction]] = Object.entries(term) as [[string, string]];
    return { path: sortKeyPath(type, name)!, sign: direction === 'ASC' ? 1 : -1 };
  });
  return (a: ExpectedEntry, b: ExpectedEntry): number => {
    for (const { path, sign } of terms) {
      const [one, other] = [a, b].map((entry) => sortKey(path.type, valuesAt(oracle, entry, path.names)[0]));
      if (one === null || other === null) {
        if (one !== other) return one === null ? 1 : -1;
        continue;
      }
      const at = one!.findIndex((each, index) => each !== other![index]);
      if (at >= 0) return one![at]! < other![at]! ? -sign : sign;
    }
    return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : a.__typename < b.__typename ? -1 : 1;
  };
}

function sortKey(type: string, value: unknown): (string | number)[] | null {
  if (value === undefined) return null;
  if (type === 'PartialDate') return firstAndLastDay(value as string);
  // The text of a full second has no fraction, so it would sort after texts with a fraction.
  if (type === 'DateTime') return [Date.parse(value as string)];
  if (['String', 'URL', 'Markdown'].includes(type)) return [foldCase(value as string)];
  return [value as string | number];
}
