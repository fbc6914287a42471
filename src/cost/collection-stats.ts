import { max, sum } from 'd3-array';
import type { Kind } from '../model/model.js';
import { type FigureCounts, FigureStats, nextPowerOfTwo, UNBOUNDED } from './figure-stats.js';

/** Counts of the links or embedded objects at one path in the records of a kind. */
export interface PathStats {
  maxPerRecord: number;
  total: number;
  /** Maximum number of links to one entry, from all records. */
  incoming: number;
  /** Maximum number of links to one entry, from one record. */
  maxRepeats: number;
  /** Returns the number of links to the entry with a slug; UNBOUNDED if unknown. */
  linksTo: (slug: string) => number;
}

/** Number of the entries of a kind, and statistics of their links and embedded objects. */
export interface KindStats {
  entries: number;
  /** Statistics by path, such as `sessions.topics`. Paths that no record uses are absent. */
  paths: ReadonlyMap<string, PathStats>;
}

/** Assumed length of a list of unknown size, such as the problems of a record. */
export const TYPICAL_LIST_LENGTH = 5;
const UNKNOWN_PATH: PathStats = {
  maxPerRecord: TYPICAL_LIST_LENGTH,
  total: UNBOUNDED,
  incoming: UNBOUNDED,
  maxRepeats: TYPICAL_LIST_LENGTH,
  linksTo: () => UNBOUNDED,
};

/** Statistics for costs, rounded up to powers of two, so that a new entry rarely changes the cost of a query. */
export class CollectionStats {
  /** Statistics before the first count: only page sizes limit a query. */
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

  entries(kinds: readonly Kind[]): number {
    return this.kinds ? nextPowerOfTwo(sum(kinds, ({ name }) => this.kinds?.get(name)?.entries ?? 0)) : UNBOUNDED;
  }

  path(kinds: readonly Kind[], path: string): PathStats {
    if (!this.kinds) return UNKNOWN_PATH;
    const found = kinds.flatMap(({ name }) => this.kinds?.get(name)?.paths.get(path) ?? []);
    return {
      maxPerRecord: nextPowerOfTwo(max(found, ({ maxPerRecord }) => maxPerRecord) ?? 0),
      total: nextPowerOfTwo(sum(found, ({ total }) => total)),
      incoming: nextPowerOfTwo(sum(found, ({ incoming }) => incoming)),
      maxRepeats: nextPowerOfTwo(max(found, ({ maxRepeats }) => maxRepeats) ?? 0),
      linksTo: (slug) => sum(found, ({ linksTo }) => linksTo(slug)),
    };
  }
}
