import type { GraphQLNamedType } from 'graphql';
import type { Kind } from '../model/model.js';
import type { CollectionStats } from './collection-stats.js';
import type { EntryCardinality } from './figure-stats.js';

/** Upper bounds for the number of objects in a list. */
export interface ListSize {
  /** Maximum number of objects for one parent. */
  each: number;
  /** Maximum total number of objects in these lists, if they occur repeatedly in the field's result for one parent. */
  per?: number;
  /** Maximum number of objects for all parent entries together, if each entry occurs once in the response. */
  all?: number;
}

/** Upper bounds for the number of objects that a computed field returns, and for the cost of computing it. */
export interface FieldSize extends Partial<ListSize> {
  /** Cost of computing the field for one parent, as a multiple of the cost of one object. */
  work?: number;
  nested?: Readonly<Record<string, ListSize>>;
}

/** Data on which the number of objects of a computed field depends, in addition to its arguments. */
export interface SizeContext extends Pick<FieldSelection, 'limit'> {
  stats: CollectionStats;
  /** Entries that have the field; for a field of a type that is not an entry, a placeholder for one entry. */
  entries: EntriesAtPath;
}

/** Estimates the number of objects that a computed field returns, from its arguments. */
export type SizeEstimator = (args: never, context: SizeContext) => FieldSize;

/** Cost data of one type, provided by its module. A computed field costs one object per parent unless `light`. */
export interface TypeCosts {
  computed?: Readonly<Record<string, unknown>>;
  computedPart?: Readonly<Record<string, unknown>>;
  fields?: Readonly<Record<string, unknown>>;
  /** Names of computed fields that cost no more than a stored field. */
  light?: readonly string[];
  /** Size estimators by name of the computed field. Other computed fields return one object or a short list. */
  sizes?: Readonly<Record<string, SizeEstimator>>;
}

/** Upper bound for the number of entries, or of their embedded objects, at one path of a response. */
export interface EntriesAtPath extends EntryCardinality {
  kinds: readonly Kind[];
  /** Path from the entry to its embedded objects, such as `sessions.`; empty for the entries themselves. */
  path: string;
}

/** A field that a query selects: its parent type, coerced arguments and named result type. */
export interface FieldSelection {
  type: GraphQLNamedType;
  name: string;
  result: GraphQLNamedType;
  isList: boolean;
  args: Readonly<Record<string, unknown>>;
  /** Value of `first` or `last`, or else its default. Infinity for a field without these arguments. */
  limit: number;
}
