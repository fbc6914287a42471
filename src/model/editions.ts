import { isDay } from './day.js';

/**
 * Which editions an answer is made of, as its permanent link says it, in `asOf` and `editions`.
 *
 * The editions of an indicator come one after the other, and none comes before one that was brought earlier, however
 * early its publisher dates it. So a moment names an edition of one indicator for ever, but not of several: one that is
 * brought later may be dated between theirs. A link therefore says for each indicator that was read which edition was
 * the newest then, where its one moment does not.
 */
export interface KnownEditions {
  /** Whether there are no figures of other indicators than those named. */
  isAll: boolean;
  /** The moment of the newest edition there was, by the slug that the indicator had; null where there was none. */
  newest: ReadonlyMap<string, Date | null>;
}

/** The moments of a permanent link, as its address says them. */
export interface FixedEditions {
  /** As of when figures are read of which nothing else is said; null where there were none. */
  asOf: string | null;
  /** As of `writeEditions`; null where the moment says it all. */
  editions: string | null;
  /** Whether there is no newer edition of what was read. */
  isNewest: boolean;
}

const ALL = 'only';
const NONE = 'none';
const NAMED = /^([a-z0-9-]+):(.+)$/;
/** What a moment does without. */
const MIDNIGHT = /T00:00:00(?:\.000)?Z$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** A moment as short as it can be said, as in `2025-03-03`. */
export function writeMoment(moment: Date): string {
  return moment.toISOString().replace(MIDNIGHT, '');
}

/** Reads a moment, or a day, which means its beginning; null where a text is neither. */
export function readMoment(text: string): Date | null {
  const moment = MOMENT.test(text) && isDay(text.slice(0, 10)) ? new Date(text) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment;
}

/** Writes editions, as in `arrivals:2025-03-03,deaths:2024-01-01`; after `only,` where there are no others. */
export function writeEditions({ isAll, newest }: KnownEditions): string {
  const named = [...newest].sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = named.map(([indicator, at]) => `${indicator}:${at === null ? NONE : writeMoment(at)}`);
  return [...(isAll ? [ALL] : []), ...texts].join(',');
}

/** Reads what `writeEditions` wrote; null where a text is nothing of the kind. */
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
