import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { Breakdown } from '../model/breakdown-key.js';
import { seriesKey } from '../model/breakdown-key.js';
import type { Cell } from '../series/cell.js';
import { readCell } from '../series/cell.js';
import type { Recipe } from '../series/recipe.js';
import type { EntryOf } from '../reading/typed-entry.js';

/** Gives the figures that are the whole of which a series is a share. */
export type WholeOf = (area: string, breakdown: Breakdown) => readonly Cell[];

/** Which series are shown. */
interface Shown {
  /** Null for all. */
  areas: readonly string[] | null;
  breakdowns: readonly Breakdown[];
  asOf: Date | null;
}

/**
 * What series are a share of: the same figures of the area that is the whole, or the totals of their own areas; null
 * where the recipe asks for no shares.
 *
 * @throws BAD_USER_INPUT  nothing says what is the whole
 */
export async function wholeFor(
  entry: EntryOf<'Indicator'>,
  { transform, shareOf }: Recipe,
  { areas, breakdowns, asOf }: Shown,
  context: ComputedContext,
): Promise<WholeOf | null> {
  if (transform !== 'SHARE') return null;
  if (shareOf === null && breakdowns.some((each) => Object.keys(each).length === 0)) {
    const message = 'A total is a share of nothing: give "shareOf", the area that is the whole, or a breakdown.';
    throw new AppError('BAD_USER_INPUT', message);
  }
  const query = shareOf === null ? { areas, breakdowns: [{}] } : { areas: [shareOf], breakdowns };
  const stored = await context.series(entry.slug, { ...query, asOf });
  const cells = new Map(stored.map((each) => [seriesKey(each), each.points.map(readCell)]));
  return (area, breakdown) =>
    cells.get(seriesKey(shareOf === null ? { area, breakdown: {} } : { area: shareOf, breakdown })) ?? [];
}
