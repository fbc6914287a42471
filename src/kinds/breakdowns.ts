import { AppError } from '../errors.js';
import type { DimensionRecord } from '../generated/records.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { readDimensions } from './indicator-fields.js';

export type RequestedCodes = readonly { dimension: string; code: string }[] | null | undefined;

const TOTAL: Breakdown = {};

/**
 * Expands requested codes to breakdowns. Codes of the same dimension are alternatives; different dimensions are
 * combined. The code of a total means no breakdown by its dimension.
 * @throws BAD_USER_INPUT  a dimension or code is unknown
 */
export function expandToBreakdowns(
  entry: EntryOf<'Indicator'>,
  requestedBreakdowns: RequestedCodes,
): readonly Breakdown[] {
  if (!requestedBreakdowns) return [TOTAL];
  let breakdowns: readonly Breakdown[] = [TOTAL];
  for (const name of new Set(requestedBreakdowns.map((request) => request.dimension))) {
    const group = requestedBreakdowns.filter((request) => request.dimension === name);
    const dimension = requireDimension(entry, name);
    const codes = dimension.codes.map(({ code }) => code);
    for (const { code } of group) {
      if (code !== dimension.total && !codes.includes(code)) throw unknownNameError('code', code, codes);
    }
    breakdowns = breakdowns.flatMap((outer) =>
      group.map(({ code }) => (code === dimension.total ? outer : { ...outer, [name]: code })),
    );
  }
  return breakdowns;
}

/** Returns the single requested breakdown. @throws AppError BAD_USER_INPUT if there are several */
export function singleBreakdown(entry: EntryOf<'Indicator'>, requestedBreakdowns: RequestedCodes): Breakdown {
  const [first, ...otherBreakdowns] = expandToBreakdowns(entry, requestedBreakdowns);
  if (otherBreakdowns.length === 0) return first!;
  throw new AppError('BAD_USER_INPUT', 'Use only one code for each dimension here.');
}

/** The selected codes of one dimension, and one code of each other dimension. */
export interface CodeSelection {
  dimension: DimensionRecord;
  /** Requested codes that exist; if none are requested, all codes except the total. */
  codes: readonly string[];
  /** Requested codes, whether they exist or not; empty if none are requested. */
  requested: readonly string[];
  /** Breakdown by the other dimensions. */
  rest: Breakdown;
  breakdownOf(code: string): Breakdown;
}

/** Selects codes of a dimension. @throws BAD_USER_INPUT if it is unknown, or another dimension has several codes */
export function selectCodes(entry: EntryOf<'Indicator'>, name: string, breakdown: RequestedCodes): CodeSelection {
  const dimension = requireDimension(entry, name);
  const { total = null } = dimension;
  const isOwn = (request: { dimension: string }) => request.dimension === name;
  const requestedCodes = [...new Set((breakdown ?? []).filter(isOwn).map(({ code }) => code))];
  const otherCodes = singleBreakdown(
    entry,
    breakdown?.filter((request) => !isOwn(request)),
  );
  const knownCodes = dimension.codes.map(({ code }) => code);
  const codes =
    requestedCodes.length > 0
      ? requestedCodes.filter((code) => code === total || knownCodes.includes(code))
      : knownCodes.filter((code) => code !== total);
  return {
    dimension,
    codes,
    requested: requestedCodes,
    rest: otherCodes,
    breakdownOf: (code) => (code === total ? otherCodes : { ...otherCodes, [name]: code }),
  };
}

/** Returns the title of a code, or the code if it has none. */
export function titleOfCode(
  { codes }: DimensionRecord,
  code: string,
  entry: EntryOf<'Indicator'>,
  context: ComputedContext,
): string {
  return context.text(codes.find((candidate) => candidate.code === code)?.title, entry) ?? code;
}

function requireDimension(entry: EntryOf<'Indicator'>, name: string): DimensionRecord {
  const dimensions = readDimensions(entry);
  const dimension = dimensions.find((candidate) => candidate.name === name);
  if (dimension) return dimension;
  throw unknownNameError(
    'dimension',
    name,
    dimensions.map((candidate) => candidate.name),
  );
}

function unknownNameError(what: string, given: string, known: readonly string[]): AppError {
  const tip = known.length > 0 ? `one of ${known.join(', ')}` : 'it has none';
  return new AppError('BAD_USER_INPUT', `The indicator has no ${what} "${given.slice(0, 60)}"; ${tip}.`);
}
