import type { Help } from '../../bench/help.js';
import type { Saying } from '../../bench/shown-cell.js';
import type { WrongValue } from '../../bench/values.js';
import type { PageAddress } from '../../html/shell.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';
import type { Asking } from './question-links.js';

/** What `questionPage` needs. */
export interface QuestionPageInput extends Asking {
  query: string;
  /** The editions that give the same answer later; null without figures. */
  fixed: FixedEditions | null;
  wrong: readonly WrongValue[];
  /** The tables of the answer, the main one first; empty without an answer. */
  tables: readonly ScreenTable[];
  /** The foreign texts of the answer, with their locales. */
  foreign: ReadonlyMap<string, string>;
  /** Why there is no answer. */
  refusals: readonly string[];
  help: readonly Help[];
  saying: Saying;
  address: PageAddress;
  retrievedOn: string;
}
