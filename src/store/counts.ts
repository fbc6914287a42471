/** How much there is: no answer holds more. */
export interface StoreCounts {
  /** What the public can see, with the names of what was withdrawn; by type name. */
  published: ReadonlyMap<string, KindCounts>;
  /** What editors see in a preview; by type name. */
  withDrafts: ReadonlyMap<string, KindCounts>;
  /** By the slug of the indicator; one without figures is absent. */
  figures: ReadonlyMap<string, FiguresCounts>;
}

/** How much there is of a kind. */
export interface KindCounts {
  entries: number;
  /** The highest revision of an entry. */
  revisions: number;
  /** By the path of a link or an embedded object, as in `sessions.topics`; a path that no record uses is absent. */
  paths: ReadonlyMap<string, PathCounts>;
}

/** How many values there are at a path of the records of a kind. */
export interface PathCounts {
  /** In one entry at most. */
  most: number;
  /** In all of them. */
  total: number;
  /** For a link: how many lead to one entry at most. */
  incoming: number;
  /** For a link: how many of one entry lead to one and the same at most. */
  again: number;
  /** For a link: how many lead to each entry, by its key; null for those to many different entries. */
  targets: ReadonlyMap<string, number> | null;
}

/** How much there is of the figures of an indicator, in any of its vintages at most. */
export interface FiguresCounts {
  vintages: number;
  /** Files from which one vintage was imported. */
  files: number;
  series: number;
  /** The first and the last period. */
  from: string | null;
  to: string | null;
  /** Codes. */
  areas: ReadonlySet<string>;
  /** Codes and period of the totals that the newest vintage tells without its series; null where it does not tell whether there are any. */
  latest: { period: string | null; areas: readonly string[] } | null;
}
