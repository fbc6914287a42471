import { AppError } from '../errors.js';
import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { readDimensions } from './measured.js';

export type RequestedBreakdowns = readonly { dimension: string; code: string }[] | null | undefined;

const TOTAL: Breakdown = {};

/**
 * Expands requested codes to breakdowns. Codes of the same dimension are alternatives; different dimensions are
 * combined. The code of a total means no breakdown by its dimension.
 * @throws BAD_USER_INPUT  a dimension or code is unknown
 */
export function selectBreakdowns(entry: EntryOf<'Indicator'>, requested: RequestedBreakdowns): readonly Breakdown[] {
  if (!requested) return [TOTAL];
  const dimensions = new Map(readDimensions(entry).map((dimension) => [dimension.name, dimension]));
  let breakdowns: readonly Breakdown[] = [TOTAL];
  for (const name of new Set(requested.map((request) => request.dimension))) {
    const group = requested.filter((request) => request.dimension === name);
    const dimension = dimensions.get(name);
    if (!dimension) throw unknown('dimension', name, [...dimensions.keys()]);
    const codes = dimension.codes.map(({ code }) => code);
    for (const { code } of group) {
      if (code !== dimension.total && !codes.includes(code)) throw unknown('code', code, codes);
    }
    breakdowns = breakdowns.flatMap((above) =>
      group.map(({ code }) => (code === dimension.total ? above : { ...above, [name]: code })),
    );
  }
  return breakdowns;
}

/**
 * Returns the single requested breakdown.
 * @throws BAD_USER_INPUT  several are requested
 */
export function oneBreakdown(entry: EntryOf<'Indicator'>, requested: RequestedBreakdowns): Breakdown {
  const [first, ...others] = selectBreakdowns(entry, requested);
  if (others.length === 0) return first!;
  throw new AppError('BAD_USER_INPUT', 'Use only one code for each dimension here.');
}

function unknown(what: string, given: string, known: readonly string[]): AppError {
  const tip = known.length > 0 ? `one of ${known.join(', ')}` : 'it has none';
  return new AppError('BAD_USER_INPUT', `The indicator has no ${what} "${given.slice(0, 60)}"; ${tip}.`);
}
