import type { GraphQLNamedType } from 'graphql';
import type { Kind } from '../model/model.js';
import { PAGE_LIMITS } from '../model/page-size.js';
import type { EntrySet, FigureStats } from './figure-stats.js';

/** The maximum number of objects in a list of a response. */
export interface ListSize {
  /** For one parent. */
  each: number;
  /** For one object that has the computed field, all parents below it together. */
  per?: number;
  /** For all entries together, if each of them occurs once in the response. */
  all?: number;
}

/** The maximum size of the result of a computed field. */
export interface FieldSize extends Partial<ListSize> {
  /** The cost of computing it for one parent, in objects. */
  work?: number;
  /** Lists further down, by the name of their field. */
  inside?: Readonly<Record<string, ListSize>>;
}

/** What the size of a computed field depends on, beside its arguments. */
export interface SizeFacts {
  figures: FigureStats;
  /** The types that have the field. */
  kinds: readonly string[];
  /** The only entry at this place; null for several entries, and for one that is unknown. */
  slug: string | null;
  entries: EntrySet;
}

/** Estimates the size of a computed field from its arguments. */
export type SizeEstimator = (args: never, facts: SizeFacts) => FieldSize;

/** What a module says about the cost of one type. A computed field costs one object for each parent, unless it is light. */
export interface TypeCosts {
  computed?: Readonly<Record<string, unknown>>;
  computedPart?: Readonly<Record<string, unknown>>;
  fields?: Readonly<Record<string, unknown>>;
  /** Computed fields that cost no more than reading a stored field, by name. */
  light?: readonly string[];
  /** Sizes of computed fields, by name; others return one object or a short list. */
  sizes?: Readonly<Record<string, SizeEstimator>>;
}

/** Entries with their parts. */
export interface PlacedEntries extends EntrySet {
  kinds: readonly Kind[];
  /** From the entry to its parts, such as `sessions.`; empty for the entries themselves. */
  path: string;
  /** The slug of the only entry, if it is known. */
  slug: string | null;
}

/** A field of a query. */
export interface FieldSelection {
  type: GraphQLNamedType;
  name: string;
  result: GraphQLNamedType;
  isList: boolean;
  args: Readonly<Record<string, unknown>>;
}

/** The length of a page that arguments select. */
export function selectedPageSize(
  { first, last }: FieldSelection['args'],
  defaultValue: number = PAGE_LIMITS.defaultSize,
): number {
  return Math.max(0, Number(first ?? last ?? defaultValue));
}
