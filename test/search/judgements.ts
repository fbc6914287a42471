import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A query, and how well each entry that answers it does so: 3 is what was looked for, 1 is of some use. */
export interface JudgedQuery {
  query: string;
  language: string;
  /** `tuning`, or `kept aside` where it was not looked at while the ranking was made. */
  set: string;
  grades: Map<string, number>;
}

/** The judged queries, in the order of the file. */
export function judgedQueries(): JudgedQuery[] {
  const rows = parse(readFileSync('test/search/judgements.csv', 'utf8'), { columns: true }) as Record<string, string>[];
  const queries = new Map<string, JudgedQuery>();
  for (const { query, language, set, entry, grade } of rows) {
    const judged = queries.get(query!) ?? { query: query!, language: language!, set: set!, grades: new Map() };
    queries.set(query!, judged);
    judged.grades.set(entry!, Number(grade));
  }
  return [...queries.values()];
}

/** Normalised discounted cumulative gain of the first ten: 1 where the best come first, 0 where none is of use. */
export function ndcg(found: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]) =>
    list.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const best = gain([...grades.values()].sort((a, b) => b - a));
  return best === 0 ? 0 : gain(found.map((key) => grades.get(key) ?? 0)) / best;
}
