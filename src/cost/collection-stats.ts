import type { Kind } from '../model/model.js';
import type { FigureCounts } from './figure-stats.js';
import { FigureStats } from './figure-stats.js';
import { largest, nextPowerOfTwo, sumSizes } from './numbers.js';

/** How many links or embedded objects the records of a kind have at one path. */
export interface PathStats {
  /** In one record at most. */
  most: number;
  /** In all records. */
  all: number;
  /** Links to one entry, from all records at most. */
  incoming: number;
  /** Links to one entry, from one record at most. */
  again: number;
  /** Links to the entry with this slug; Infinity if unknown. */
  linksTo: (slug: string) => number;
}

/** How much there is of a kind. */
export interface KindStats {
  entries: number;
  /** The highest revision of an entry. */
  revisions: number;
  /** By path, such as `sessions.topics`; a path that no record uses is absent. */
  paths: ReadonlyMap<string, PathStats>;
}

/** Length of a list of unknown size, such as the problems of a record. */
export const TYPICAL_LIST_LENGTH = 5;
const UNKNOWN_PATH: PathStats = {
  most: TYPICAL_LIST_LENGTH,
  all: Infinity,
  incoming: Infinity,
  again: TYPICAL_LIST_LENGTH,
  linksTo: () => Infinity,
};

/**
 * Statistics from which the cost of queries is estimated. Numbers are rounded up to powers of two, so that one more entry
 * rarely changes the cost of a deployed query.
 */
export class CollectionStats {
  /** Before the first count: only page sizes limit a query. */
  static readonly unknown = new CollectionStats(null, null, () => undefined);
  readonly figures: FigureStats;

  /** @param kindOf returns the kind of the visible area with a code */
  constructor(
    private readonly kinds: ReadonlyMap<string, KindStats> | null,
    figures: ReadonlyMap<string, FigureCounts> | null,
    kindOf: (code: string) => string | undefined,
  ) {
    this.figures = new FigureStats(figures, kindOf);
  }

  /** The number of entries of these kinds together. */
  entries(kinds: readonly Kind[]): number {
    return nextPowerOfTwo(sumSizes(kinds.map(({ name }) => this.of(name, 'entries'))));
  }

  /** The highest revision of an entry of these kinds. */
  revisions(kinds: readonly Kind[]): number {
    return nextPowerOfTwo(largest(kinds.map(({ name }) => this.of(name, 'revisions'))));
  }

  /** The links or objects at a path in records of these kinds. */
  path(kinds: readonly Kind[], path: string): PathStats {
    if (!this.kinds) return UNKNOWN_PATH;
    const found = kinds.flatMap(({ name }) => this.kinds?.get(name)?.paths.get(path) ?? []);
    return {
      most: nextPowerOfTwo(largest(found.map(({ most }) => most))),
      all: nextPowerOfTwo(sumSizes(found.map(({ all }) => all))),
      incoming: nextPowerOfTwo(sumSizes(found.map(({ incoming }) => incoming))),
      again: nextPowerOfTwo(largest(found.map(({ again }) => again))),
      linksTo: (slug) => sumSizes(found.map(({ linksTo }) => linksTo(slug))),
    };
  }

  private of(kind: string, name: 'entries' | 'revisions'): number {
    return this.kinds ? (this.kinds.get(kind)?.[name] ?? 0) : Infinity;
  }
}
