import type { Asked } from '../common/request.js';
import { send } from '../common/request.js';
import type { Setting } from '../common/setting.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';

/** The tables of an answer, the main one first. */
export interface Answer {
  asked: Asked;
  tables: readonly ScreenTable[];
  /** The editions that give the same answer later; null without figures. */
  fixed: FixedEditions | null;
}

/** Runs a query. @throws Refusal */
export async function fetchAnswer(asked: Asked, setting: Setting, signal?: AbortSignal): Promise<Answer> {
  const response = await send(asked, setting, { form: 'tables', ...(signal && { signal }) });
  const made = (await response.json()) as Pick<Answer, 'tables' | 'fixed'>;
  return { asked, ...made };
}

/** The table at a path, or the main one; null without tables. */
export function tableAt({ tables }: Answer, path: string | null): ScreenTable | null {
  return tables.find((table) => table.path === path) ?? tables[0] ?? null;
}
