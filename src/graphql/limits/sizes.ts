import type { Kind } from '../../model/model.js';
import { FiguresSizes, roundedUp } from '../../series/figures-sizes.js';
import type { FiguresCounts, KindCounts } from '../../store/counts.js';

/** How many values there are at a path of a record, at most. */
export interface PathSize {
  /** In one entry. */
  most: number;
  /** In all entries. */
  all: number;
  /** For a link: leading to one entry, from all together and from one. */
  incoming: number;
  again: number;
  /** For a link: how many lead to each entry, by its slug; null where that is not known. */
  targets: ReadonlyMap<string, number> | null;
}

/** What a list without pages is taken to hold where nothing is known of it, such as problems of a record. */
export const USUAL_LIST = 5;
const UNKNOWN: PathSize = { most: USUAL_LIST, all: Infinity, incoming: Infinity, again: USUAL_LIST, targets: null };

/**
 * How much there is of everything, so that a query can be priced before it is run. All of it is rounded up to
 * the next power of two: a query that is deployed is not refused when there is one entry more.
 */
export class Sizes {
  /** What is taken where nobody counts. */
  static readonly unknown = new Sizes(null, () => undefined);
  readonly figures: FiguresSizes;
  private readonly sums = new Map<string, number>();

  /**
   * @param counts null where nothing was counted yet; then only the sizes of pages limit a query
   * @param kindOf the kind of the area with a code; undefined where it is not shown
   */
  constructor(
    private readonly counts: {
      kinds: ReadonlyMap<string, KindCounts>;
      figures: ReadonlyMap<string, FiguresCounts>;
    } | null,
    kindOf: (code: string) => string | undefined,
  ) {
    this.figures = new FiguresSizes(counts?.figures ?? null, kindOf);
  }

  /** How many entries there are of these kinds together. */
  entries(kinds: readonly Kind[]): number {
    const name = kinds.map((kind) => kind.name).join(' ');
    const known = this.sums.get(name);
    if (known !== undefined) return known;
    const count = kinds.reduce((sum, kind) => sum + (this.counts?.kinds.get(kind.name)?.entries ?? 0), 0);
    const rounded = this.counts ? roundedUp(count) : Infinity;
    this.sums.set(name, rounded);
    return rounded;
  }

  /** How many revisions an entry of one of these kinds has. */
  revisions(kinds: readonly Kind[]): number {
    if (!this.counts) return Infinity;
    return roundedUp(Math.max(0, ...kinds.map(({ name }) => this.counts!.kinds.get(name)?.revisions ?? 0)));
  }

  /** How many values records of these kinds have at a path, as in `sessions.topics`. */
  path(kinds: readonly Kind[], path: string): PathSize {
    if (!this.counts) return UNKNOWN;
    const size = { most: 0, all: 0, incoming: 0, again: 0 };
    let targets: Map<string, number> | null = new Map();
    for (const { name } of kinds) {
      const counted = this.counts.kinds.get(name)?.paths.get(path);
      if (!counted) continue;
      size.most = Math.max(size.most, counted.most);
      size.all += counted.total;
      size.incoming += counted.incoming;
      size.again = Math.max(size.again, counted.again);
      if (!counted.targets) targets = null;
      for (const [key, count] of counted.targets ?? []) {
        const slug = key.slice(key.lastIndexOf('/') + 1);
        targets?.set(slug, (targets.get(slug) ?? 0) + count);
      }
    }
    return {
      most: roundedUp(size.most),
      all: roundedUp(size.all),
      incoming: roundedUp(size.incoming),
      again: roundedUp(size.again),
      targets,
    };
  }
}
