import type { QueryRequest } from '../common/request.js';
import { sendQuery } from '../common/request.js';
import type { PageSettings } from '../common/settings.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';

/** Tables of an answer, the main one first. */
export interface QueryAnswer {
  request: QueryRequest;
  tables: readonly ScreenTable[];
  /** Editions that reproduce this answer later; null if it has no figures. */
  fixed: FixedEditions | null;
}

/**
 * Runs a query, and returns its tables.
 * @throws RequestError
 */
export async function fetchAnswer(
  request: QueryRequest,
  settings: PageSettings,
  signal?: AbortSignal,
): Promise<QueryAnswer> {
  const response = await sendQuery(request, settings, { form: 'tables', ...(signal && { signal }) });
  const made = (await response.json()) as Pick<QueryAnswer, 'tables' | 'fixed'>;
  return { request, ...made };
}

/** Returns the table at a path, else the main one; null if there are no tables. */
export function tableAt({ tables }: QueryAnswer, path: string | null): ScreenTable | null {
  return tables.find((table) => table.path === path) ?? tables[0] ?? null;
}
