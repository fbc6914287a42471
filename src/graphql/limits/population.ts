import type { GraphQLNamedType } from 'graphql';
import type { Inverse, Kind } from '../../model/model.js';
import type { FieldSize, ListSize } from '../../records/kind-module.js';
import type { EntriesAsked } from '../../series/figures-sizes.js';
import { times } from '../../series/figures-sizes.js';
import type { Sizes } from './sizes.js';

/** Entries of an answer, or those that its objects are parts of. */
export interface Holders extends EntriesAsked {
  kinds: readonly Kind[];
  /** The way from the entry down to its parts, as in `sessions`; empty for the entries themselves. */
  path: string;
  /** The one entry that is asked for by its slug, or null. */
  slug: string | null;
}

/** A list further down whose size is known from above. */
export interface Inside {
  each: number;
  /** In all of the answer. */
  most: number;
  population?: Population;
}

/** The objects that an answer holds at one place of its query, at most. */
export interface Population {
  count: number;
  /** Null for what is computed and no part of an entry. */
  holders: Holders | null;
  inside: ReadonlyMap<string, Inside>;
}

/** What a field gives for the objects that have it. */
export interface Yield {
  /** For one of them. */
  each: number;
  population: Population;
  /** What it costs beside for one of them. */
  work: number;
}

/** One field of a query with what it is asked. */
export interface AskedField {
  type: GraphQLNamedType;
  name: string;
  result: GraphQLNamedType;
  isList: boolean;
  args: Readonly<Record<string, unknown>>;
}

/** No list further down is known. */
export const NOTHING_INSIDE: ReadonlyMap<string, Inside> = new Map();
/** The root of a query: one object. */
export const ROOT: Population = { count: 1, holders: null, inside: NOTHING_INSIDE };

/** Sizes a list further down from what is known of it above. */
export function sizeInside({ each, per = Infinity, all = Infinity }: ListSize, above: Population): Inside {
  return { each, most: Math.min(times(above.count, per), times(above.holders?.repeats ?? Infinity, all)) };
}

/** The parts by which an entry of a page links to its parent. */
export function sizeVia(
  found: readonly Inverse[],
  page: Population,
  { all, sizes }: { all: number; sizes: Sizes },
): ReadonlyMap<string, Inside> {
  const [inverse] = found;
  if (!inverse?.via || !page.holders) return NOTHING_INSIDE;
  const path = inverse.origins[0]!.path[0]!;
  const { most } = sizes.path(page.holders.kinds, path);
  const count = Math.min(times(page.count, most), all);
  const holders = { ...page.holders, path: `${path}.` };
  return new Map([['via', { each: most, most: count, population: { count, holders, inside: NOTHING_INSIDE } }]]);
}

/** The larger of two sizes, in each way; of all holders together, both. */
export function larger(one: FieldSize, other: FieldSize): FieldSize {
  const inside: Record<string, ListSize> = { ...one.inside };
  for (const [name, size] of Object.entries(other.inside ?? {})) {
    const known = inside[name];
    inside[name] = known ? largerList(known, size) : size;
  }
  return {
    each: Math.max(one.each ?? 0, other.each ?? 0),
    all: (one.all ?? Infinity) + (other.all ?? Infinity),
    work: Math.max(one.work ?? 0, other.work ?? 0),
    inside,
  };
}

function largerList(one: ListSize, other: ListSize): ListSize {
  return {
    each: Math.max(one.each, other.each),
    per: Math.max(one.per ?? Infinity, other.per ?? Infinity),
    all: (one.all ?? Infinity) + (other.all ?? Infinity),
  };
}
