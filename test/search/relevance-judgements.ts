import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A query with the relevance grades of entries: 3 is the expected result, 1 is partly relevant. */
export interface JudgedQuery {
  query: string;
  language: string;
  /** `tuning`, or `kept aside` for queries that were not used to tune the ranking. */
  set: string;
  grades: Map<string, number>;
}

/** Returns the judged queries in file order. */
export function judgedQueries(): JudgedQuery[] {
  const rows = parse(readFileSync('test/search/relevance-judgements.csv', 'utf8'), { columns: true }) as Record<
    string,
    string
  >[];
  const queries = new Map<string, JudgedQuery>();
  for (const { query, language, set, entry, grade } of rows) {
    const judged = queries.get(query!) ?? { query: query!, language: language!, set: set!, grades: new Map() };
    queries.set(query!, judged);
    judged.grades.set(entry!, Number(grade));
  }
  return [...queries.values()];
}

/**
 * Returns the normalised discounted cumulative gain of the first ten hits: 1 for an ideal order, 0 for no relevant hit.
 */
export function ndcg(found: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]) =>
    list.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const best = gain([...grades.values()].sort((a, b) => b - a));
  return best === 0 ? 0 : gain(found.map((key) => grades.get(key) ?? 0)) / best;
}
