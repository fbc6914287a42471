import type { Help } from '../../saved-queries/help.js';
import type { Localisation } from '../../saved-queries/display-cell.js';
import type { InvalidValue } from '../../saved-queries/values.js';
import type { PageAddress } from '../../html/shell.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';
import type { AnswerRequest } from './question-links.js';

/** What `questionPage` needs. */
export interface QuestionPageInput extends AnswerRequest {
  query: string;
  /** The editions that give the same answer later; null without figures. */
  fixed: FixedEditions | null;
  wrong: readonly InvalidValue[];
  /** The tables of the answer, the main one first; empty without an answer. */
  tables: readonly ScreenTable[];
  /** The foreign texts of the answer, with their locales. */
  foreign: ReadonlyMap<string, string>;
  /** Why there is no answer. */
  refusals: readonly string[];
  help: readonly Help[];
  localisation: Localisation;
  address: PageAddress;
  retrievedOn: string;
}
