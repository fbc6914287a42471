import { afterAll, expect } from '@jest/globals';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp } from '../graphql/seeded-app.js';
import type { Cut } from './seeded-figures.js';

/** A cell as it is answered. */
export interface Point {
  period: string;
  value: number | null;
  state: string;
  flags: string[];
  inputs: number;
  missing: number;
}

/** What is asked for of a cell. */
export const CELL = 'period value state flags inputs missing';
/** Half of the last digit that percentages, and rates, are given with. */
export const [PERCENT, RATE] = [0.0501, 0.005_01];

/** A server over the content of the project that is asked for figures. */
export class FiguresServer {
  private constructor(private readonly server: SeededApp) {}

  /** Starts it; it closes after the tests of the file. */
  static async open(): Promise<FiguresServer> {
    const rate = { burst: 1_000_000, perSecond: 1_000_000 };
    const server = await seededApp({ admission: { rate }, deadlineMs: 120_000 });
    afterAll(() => server.close());
    return new FiguresServer(server);
  }

  /** What an indicator answers to a field. */
  async asked<Told>(indicator: string, selection: string): Promise<Told> {
    const query = `{ indicator(slug: "${indicator}") { told: ${selection} } }`;
    const { data, errors } = await this.server.ask(query);
    expect([query, errors]).toEqual([query, undefined]);
    return (data as { indicator: { told: Told } }).indicator.told;
  }

  /** The cells of the one series of an area, by their periods. */
  async points({ indicator, breakdown }: Cut, area: string, args = ''): Promise<Map<string, Point>> {
    const selection = `series(areas: ["${area}"], ${breakdown}, ${args}) { points { ${CELL} } }`;
    const series = await this.asked<{ points: Point[] }[]>(indicator.slug, selection);
    expect([indicator.slug, selection, series.length]).toEqual([indicator.slug, selection, 1]);
    return new Map(series[0]!.points.map((point) => [point.period, point]));
  }
}

/** Expects a number as near as `within` to what is meant, or none where none is. */
export function expectClose(
  what: readonly unknown[],
  found: number | null | undefined,
  meant: number | null,
  within: number,
): void {
  const isClose = found != null && meant !== null && Math.abs(found - meant) <= within + 1e-9 * Math.abs(meant);
  expect([...what, isClose ? meant : (found ?? null)]).toEqual([...what, meant]);
}

/** What is not above 0 has no share and no change. */
export function percent(value: number | null, whole: number | null): number | null {
  return value === null || whole === null || whole <= 0 ? null : (100 * value) / whole;
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
