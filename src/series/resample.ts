import { mean, sum } from 'd3-array';
import { AppError } from '../errors.js';
import {
  BREAK_FLAG,
  type Cells,
  combineCells,
  emptyCell,
  type MeasureProperties,
  type SeriesCell,
} from './series-cell.js';
import { containingPeriod, type Frequency, listSubperiods, periodsBetween, parsePeriod } from './period.js';

/** Adds cells for missing periods. They are zero if the publisher lists only occurrences, else empty. */
export function fillGaps(cells: Cells, { absentMeans }: Pick<MeasureProperties, 'absentMeans'>): SeriesCell[] {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  if (!first || !last) return [];
  const byPeriod = new Map(cells.map((cell) => [cell.period, cell]));
  return periodsBetween(first.period, last.period).map(
    (period) => byPeriod.get(period) ?? gapCell(period, absentMeans),
  );
}

function gapCell(period: string, absentMeans: MeasureProperties['absentMeans']): SeriesCell {
  const empty = emptyCell(period);
  return absentMeans === 'ZERO' ? { ...empty, value: 0, state: 'REPORTED', inputs: 1, missing: 0 } : empty;
}

/**
 * Converts a series to a lower frequency. Flows are summed, stocks take the last period, and rates are averaged and
 * flagged as estimated.
 * @throws AppError BAD_USER_INPUT if the frequency is higher
 */
export function downsample(cells: Cells, properties: MeasureProperties, frequency: Frequency): SeriesCell[] {
  if (frequency === properties.frequency) return [...cells];
  const filled = fillGaps(cells, properties);
  const containingPeriods = [
    ...new Set(filled.map(({ period }) => containingPeriod(period, frequency) ?? rejectFrequency(period, frequency))),
  ];
  const byPeriod = new Map(filled.map((cell) => [cell.period, cell]));
  return containingPeriods.map((period) => {
    const subperiods = listSubperiods(period, properties.frequency);
    if (properties.measure === 'STOCK') return lastCell(period, subperiods, byPeriod);
    const inputs = subperiods.flatMap((subperiod) => byPeriod.get(subperiod) ?? []);
    const cellInputs = { period, inputs, absent: subperiods.length - inputs.length };
    const breaksWithin = inputs.some((cell) => cell.breaksWithin || (cell.period !== subperiods[0] && isBreak(cell)));
    if (properties.measure === 'FLOW') return { ...combineCells(cellInputs, sum), breaksWithin };
    const averaged = combineCells(cellInputs, mean);
    return { ...averaged, breaksWithin, flags: [...new Set([...averaged.flags, 'ESTIMATED' as const])] };
  });
}

function lastCell(
  period: string,
  subperiods: readonly string[],
  byPeriod: ReadonlyMap<string, SeriesCell>,
): SeriesCell {
  const last = byPeriod.get(subperiods[subperiods.length - 1]!) ?? combineCells({ period, inputs: [], absent: 1 }, sum);
  const isBroken = subperiods.flatMap((subperiod) => byPeriod.get(subperiod) ?? []).some(isBreak);
  return {
    ...last,
    period,
    flags: isBroken ? [...new Set<SeriesCell['flags'][number]>([...last.flags, BREAK_FLAG])] : last.flags,
  };
}

function isBreak({ flags }: SeriesCell): boolean {
  return flags.includes(BREAK_FLAG);
}

function rejectFrequency(period: string, frequency: Frequency): never {
  throw new AppError(
    'BAD_USER_INPUT',
    `Figures of ${parsePeriod(period)!.frequency} cannot be converted to ${frequency}; request a longer period.`,
  );
}
