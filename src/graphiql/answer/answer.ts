import type { QueryRequest } from '../common/request.js';
import { sendQuery } from '../common/request.js';
import type { Setting } from '../common/setting.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';

/** The tables of an answer, the main one first. */
export interface QueryAnswer {
  request: QueryRequest;
  tables: readonly ScreenTable[];
  /** The editions that give the same answer later; null without figures. */
  fixed: FixedEditions | null;
}

/** Runs a query. @throws Refusal */
export async function fetchAnswer(request: QueryRequest, setting: Setting, signal?: AbortSignal): Promise<QueryAnswer> {
  const response = await sendQuery(request, setting, { form: 'tables', ...(signal && { signal }) });
  const made = (await response.json()) as Pick<QueryAnswer, 'tables' | 'fixed'>;
  return { request, ...made };
}

/** The table at a path, or the main one; null without tables. */
export function tableAt({ tables }: QueryAnswer, path: string | null): ScreenTable | null {
  return tables.find((table) => table.path === path) ?? tables[0] ?? null;
}
