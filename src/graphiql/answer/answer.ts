import type { Asked } from '../common/request.js';
import { send } from '../common/request.js';
import type { Setting } from '../common/setting.js';
import type { ScreenTable } from '../../tables/table.js';

/** What came of a query: its tables, the one that answers best first. */
export interface Answer {
  asked: Asked;
  tables: readonly ScreenTable[];
}

/** Asks a query for its tables. @throws Refusal */
export async function fetchAnswer(asked: Asked, setting: Setting, signal?: AbortSignal): Promise<Answer> {
  const response = await send(asked, setting, { form: 'tables', ...(signal && { signal }) });
  const { tables } = (await response.json()) as { tables: ScreenTable[] };
  return { asked, tables };
}

/** The table with a path, or the first where there is none of that path; null where there are no tables. */
export function tableAt({ tables }: Answer, path: string | null): ScreenTable | null {
  return tables.find((table) => table.path === path) ?? tables[0] ?? null;
}
