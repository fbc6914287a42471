import type { Asked } from '../common/request.js';
import { send } from '../common/request.js';
import type { Setting } from '../common/setting.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';

/** What came of a query: its tables, the one that answers best first. */
export interface Answer {
  asked: Asked;
  tables: readonly ScreenTable[];
  /** By what the same answer is had for good; null where it is made of no figures. */
  fixed: FixedEditions | null;
}

/** Asks a query for its tables. @throws Refusal */
export async function fetchAnswer(asked: Asked, setting: Setting, signal?: AbortSignal): Promise<Answer> {
  const response = await send(asked, setting, { form: 'tables', ...(signal && { signal }) });
  const made = (await response.json()) as Pick<Answer, 'tables' | 'fixed'>;
  return { asked, ...made };
}

/** The table with a path, or the first where there is none of that path; null where there are no tables. */
export function tableAt({ tables }: Answer, path: string | null): ScreenTable | null {
  return tables.find((table) => table.path === path) ?? tables[0] ?? null;
}
