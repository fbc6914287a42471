import type { QueryRequest } from '../common/request.js';
import { sendQuery } from '../common/request.js';
import type { PageSettings } from '../common/settings.js';
import type { ScreenTable } from '../../tables/table.js';

/** Tables of an answer, the main one first. */
export interface QueryAnswer {
  request: QueryRequest;
  tables: readonly ScreenTable[];
}

/** Runs a query, and returns its tables. @throws RequestError */
export async function fetchAnswer(
  request: QueryRequest,
  settings: PageSettings,
  signal?: AbortSignal,
): Promise<QueryAnswer> {
  const response = await sendQuery(request, settings, { form: 'tables', ...(signal && { signal }) });
  const { tables } = (await response.json()) as Pick<QueryAnswer, 'tables'>;
  return { request, tables };
}

/** Returns the table at a path, else the main one; null if there are no tables. */
export function tableAt({ tables }: QueryAnswer, path: string | null): ScreenTable | null {
  return tables.find((table) => table.path === path) ?? tables[0] ?? null;
}
