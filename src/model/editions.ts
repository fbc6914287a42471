import { isDay } from './day.js';

/**
 * The editions that a permalink fixes, in the parameters `asOf` and `editions`.
 *
 * Editions of one indicator are sorted by arrival, so a time permanently identifies one of them. For several indicators
 * it does not: an edition that arrives later may have an earlier date. A permalink therefore names the newest edition
 * of each indicator, unless `asOf` implies it.
 */
export interface KnownEditions {
  /** Whether only the named indicators have figures. */
  isAll: boolean;
  /** Time of the newest edition, by the indicator's slug at that time; null if there was none. */
  newest: ReadonlyMap<string, Date | null>;
}

/** The editions in a permalink, serialised for its URL. */
export interface FixedEditions {
  /** Time for all indicators that are not named; null if there were no figures. */
  asOf: string | null;
  /** Result of `writeEditions`; null if `asOf` suffices. */
  editions: string | null;
  /** Whether these editions are still the newest. */
  isNewest: boolean;
}

const ALL = 'only';
const NONE = 'none';
const NAMED = /^([a-z0-9-]+):(.+)$/;
const MIDNIGHT = /T00:00:00(?:\.000)?Z$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** Formats a timestamp in its shortest form, such as `2025-03-03` for midnight. */
export function writeMoment(moment: Date): string {
  return moment.toISOString().replace(MIDNIGHT, '');
}

/** Parses a timestamp or a date; null if invalid. */
export function readMoment(text: string): Date | null {
  const moment = MOMENT.test(text) && isDay(text.slice(0, 10)) ? new Date(text) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}

/**
 * Serialises editions, such as `arrivals:2025-03-03,deaths:2024-01-01`. The prefix `only,` means that no other
 * indicators have figures.
 */
export function writeEditions({ isAll, newest }: KnownEditions): string {
  const named = [...newest].sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = named.map(([indicator, at]) => `${indicator}:${at === null ? NONE : writeMoment(at)}`);
  return [...(isAll ? [ALL] : []), ...texts].join(',');
}

/** Parses the format of `writeEditions`; null if invalid. */
export function readEditions(text: string): KnownEditions | null {
  const newest = new Map<string, Date | null>();
  const [first, ...others] = text.split(',');
  const isAll = first === ALL;
  for (const part of isAll ? others : [first!, ...others]) {
    const [, indicator, at] = NAMED.exec(part) ?? [];
    const moment = at === undefined ? null : readMoment(at);
    if (indicator === undefined || (moment === null && at !== NONE)) return null;
    newest.set(indicator, moment);
  }
  return { isAll, newest };
}
