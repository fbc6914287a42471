import { isDay } from './day.js';

/**
 * The editions that a permanent link fixes, by `asOf` and `editions`.
 *
 * Editions of one indicator are ordered by arrival, so a moment identifies one of them for ever. For several indicators
 * it does not: a later arrival may have an earlier date. A link therefore names the newest edition of each indicator,
 * unless its moment implies it.
 */
export interface KnownEditions {
  /** Whether no other indicators have figures. */
  isAll: boolean;
  /** Moment of the newest edition, by the slug at that time; null for none. */
  newest: ReadonlyMap<string, Date | null>;
}

/** The moments of a permanent link in its address. */
export interface FixedEditions {
  /** Moment for all indicators that are not named; null where there were no figures. */
  asOf: string | null;
  /** From `writeEditions`; null where the moment suffices. */
  editions: string | null;
  /** Whether these editions are still the newest. */
  isNewest: boolean;
}

const ALL = 'only';
const NONE = 'none';
const NAMED = /^([a-z0-9-]+):(.+)$/;
const MIDNIGHT = /T00:00:00(?:\.000)?Z$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** The shortest form of a moment, as `2025-03-03`. */
export function writeMoment(moment: Date): string {
  return moment.toISOString().replace(MIDNIGHT, '');
}

/** Parses a moment or a day; null where invalid. */
export function readMoment(text: string): Date | null {
  const moment = MOMENT.test(text) && isDay(text.slice(0, 10)) ? new Date(text) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}

/** As in `arrivals:2025-03-03,deaths:2024-01-01`; with the prefix `only,` where there are no others. */
export function writeEditions({ isAll, newest }: KnownEditions): string {
  const named = [...newest].sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = named.map(([indicator, at]) => `${indicator}:${at === null ? NONE : writeMoment(at)}`);
  return [...(isAll ? [ALL] : []), ...texts].join(',');
}

/** The inverse of `writeEditions`; null where invalid. */
export function readEditions(text: string): KnownEditions | null {
  const newest = new Map<string, Date | null>();
  const [first, ...others] = text.split(',');
  const isAll = first === ALL;
  for (const each of isAll ? others : [first!, ...others]) {
    const [, indicator, at] = NAMED.exec(each) ?? [];
    const moment = at === undefined ? null : readMoment(at);
    if (indicator === undefined || (moment === null && at !== NONE)) return null;
    newest.set(indicator, moment);
  }
  return { isAll, newest };
}
