import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { RowReader } from '../../src/tables/table.js';
import { planTablesOf } from '../tables/plan-tables.js';

const SERIES = 1000;
const POINTS = 200;
const ROUNDS = 5;

/** Prints the CPU time of completing and planning a query of figures, and of each of its rows. */
export async function run(): Promise<void> {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const query = '{ indicator(slug: "a") { title series { points { value } } } }';
  const plans = Array.from({ length: 200 }, () => timed(() => planTablesOf(schema, query)));
  const { result } = plans[0]!;
  const planning = Math.min(...plans.map(({ microseconds }) => microseconds));
  const reader = new RowReader(result.plans.at(-1)!, ['sex']);
  const data = { indicator: { title: 'Arrivals', slug: 'a', dimensions: [dimension], series: series() } };
  const rounds = Array.from({ length: ROUNDS }, () => timed(() => read(reader, data)));
  const rows = rounds[0]!.result;
  const each = Math.min(...rounds.map(({ microseconds }) => microseconds)) / rows;
  console.log(`completing and planning: ${(planning / 1000).toFixed(2)} ms`);
  console.log(`${rows} rows of ${reader.columns.length} columns: ${each.toFixed(2)} us a row (at most 1 is wanted)`);
}

const dimension = { name: 'sex', title: 'Sex', total: 'T', codes: [{ code: 'T', title: 'Total' }] };

function read(reader: RowReader, data: unknown): number {
  let rows = 0;
  reader.read(data, () => (rows += 1));
  return rows;
}

function timed<T>(task: () => T): { result: T; microseconds: number } {
  const before = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(before);
  return { result, microseconds: user + system };
}

function series(): object[] {
  const sources = [{ title: 'A report', url: 'https://example.org/a' }];
  const points = Array.from({ length: POINTS }, (_, index) => ({
    period: String(1800 + index),
    value: index,
    state: 'REPORTED',
    flags: index % 10 === 0 ? ['PROVISIONAL'] : [],
    sources,
  }));
  return Array.from({ length: SERIES }, (_, index) => ({
    area: { code: `A${index}`, title: `Area ${index}` },
    breakdown: [],
    unit: 'persons',
    points,
  }));
}
