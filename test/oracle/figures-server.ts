import { afterAll, expect } from '@jest/globals';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import type { FigureSelection } from './seeded-figures.js';

/** A cell in a response. */
export interface ReturnedCell {
  period: string;
  value: number | null;
  state: string;
  flags: string[];
  inputs: number;
  missing: number;
}

/** Fields of a cell that are selected. */
export const CELL_FIELDS = 'period value state flags inputs missing';
/** Tolerance of percentages and rates: half of their last digit. */
export const [PERCENT, RATE] = [0.0501, 0.005_01];

/** A server with the content of the project, for queries of figures. */
export class FiguresServer {
  private constructor(private readonly server: SeededApp) {}

  /** Starts the server. It closes after the tests of the file. */
  static async open(): Promise<FiguresServer> {
    const rate = { burst: 1_000_000, perSecond: 1_000_000 };
    const server = await seededApp({ admission: { rate }, deadlineMs: 120_000 });
    afterAll(() => server.close());
    return new FiguresServer(server);
  }

  /** Returns the value of a field of an indicator. */
  async readField<Value>(indicator: string, selection: string): Promise<Value> {
    const query = `{ indicator(slug: "${indicator}") { value: ${selection} } }`;
    const { data, errors } = await this.server.execute(query);
    expect([query, errors]).toEqual([query, undefined]);
    return (data as { indicator: { value: Value } }).indicator.value;
  }

  /** Returns the cells of the only series of an area, by period. */
  async points({ indicator, breakdown }: FigureSelection, area: string, args = ''): Promise<Map<string, ReturnedCell>> {
    const selection = `series(areas: ["${area}"], ${breakdown}, ${args}) { points { ${CELL_FIELDS} } }`;
    const series = await this.readField<{ points: ReturnedCell[] }[]>(indicator.slug, selection);
    expect([indicator.slug, selection, series.length]).toEqual([indicator.slug, selection, 1]);
    return new Map(series[0]!.points.map((point) => [point.period, point]));
  }
}

/** Expects a number within `within` of the expected one, or null if the expected one is null. */
export function expectClose(
  failureContext: readonly unknown[],
  found: number | null | undefined,
  expected: number | null,
  within: number,
): void {
  const isClose =
    found != null && expected !== null && Math.abs(found - expected) <= within + 1e-9 * Math.abs(expected);
  expect([...failureContext, isClose ? expected : (found ?? null)]).toEqual([...failureContext, expected]);
}

/** Returns a value as a percentage of another one; null if that one is null, 0 or negative. */
export function percentageOf(value: number | null, whole: number | null): number | null {
  return value === null || whole === null || whole <= 0 ? null : (100 * value) / whole;
}

/** Returns the sum of numbers; 0 if there are none. */
export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
