import { isDay } from './iso-date.js';

/**
 * The editions that a permalink fixes, in the parameters `asOf` and `editions`.
 *
 * Editions of one indicator are sorted by arrival, so a time permanently identifies one of them. For several indicators
 * it does not: an edition that arrives later may have an earlier date. A permalink therefore names the newest edition
 * of each indicator, unless `asOf` implies it.
 */
export interface PinnedEditions {
  /** Whether `newest` names all indicators with figures, so that all others count as without figures. */
  isAll: boolean;
  /** Time of the newest edition, by the indicator's slug at that time; null if there was none. */
  newest: ReadonlyMap<string, Date | null>;
}

/** The editions in a permalink, serialised for its URL. */
export interface SerialisedEditions {
  /** Time of the figures for indicators that `editions` does not name; null if there were no figures. */
  asOf: string | null;
  /** Result of `serialisePinnedEditions`; null if `asOf` suffices. */
  editions: string | null;
  /** Whether the editions that the page shows are still the newest. */
  isNewest: boolean;
}

const ALL_PREFIX = 'only';
const NO_EDITION = 'none';
const NAMED_EDITION = /^([a-z0-9-]+):(.+)$/;
const MIDNIGHT_SUFFIX = /T00:00:00(?:\.000)?Z$/;
const TIME_PATTERN = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** Formats a timestamp in its shortest form, such as `2025-03-03` for midnight. */
export function formatEditionTime(time: Date): string {
  return time.toISOString().replace(MIDNIGHT_SUFFIX, '');
}

/** Parses a timestamp or a date; null if invalid. */
export function parseEditionTime(text: string): Date | null {
  const time = TIME_PATTERN.test(text) && isDay(text.slice(0, 10)) ? new Date(text) : null;
  return time === null || Number.isNaN(time.getTime()) ? null : time;
}

/** Serialises editions: `arrivals:2025-03-03,deaths:2024-01-01`. The prefix `only,` means: no others have figures. */
export function serialisePinnedEditions({ isAll, newest }: PinnedEditions): string {
  const sortedEditions = [...newest].sort(([slugA], [slugB]) => (slugA < slugB ? -1 : 1));
  const texts = sortedEditions.map(
    ([indicator, at]) => `${indicator}:${at === null ? NO_EDITION : formatEditionTime(at)}`,
  );
  return [...(isAll ? [ALL_PREFIX] : []), ...texts].join(',');
}

/** Parses the format of `serialisePinnedEditions`; null if invalid. */
export function parsePinnedEditions(text: string): PinnedEditions | null {
  const newest = new Map<string, Date | null>();
  const [firstPart, ...otherEditions] = text.split(',');
  const isAll = firstPart === ALL_PREFIX;
  for (const part of isAll ? otherEditions : [firstPart!, ...otherEditions]) {
    const [, indicator, at] = NAMED_EDITION.exec(part) ?? [];
    const time = at === undefined ? null : parseEditionTime(at);
    if (indicator === undefined || (time === null && at !== NO_EDITION)) return null;
    newest.set(indicator, time);
  }
  return { isAll, newest };
}
