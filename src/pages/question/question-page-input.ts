import type { Help } from '../../bench/help.js';
import type { Saying } from '../../bench/shown-cell.js';
import type { WrongValue } from '../../bench/values.js';
import type { PageAddress } from '../../html/shell.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';
import type { Asking } from './question-links.js';

/** What the page of a question is made from. */
export interface QuestionPageInput extends Asking {
  /** The query that was asked. */
  query: string;
  /** By what the same answer is had for good; null where it is made of no figures. */
  fixed: FixedEditions | null;
  wrong: readonly WrongValue[];
  /** Of the answer, the one that answers best first; none where it could not be answered. */
  tables: readonly ScreenTable[];
  /** The texts of the answer that are in another language than the page, with that language. */
  foreign: ReadonlyMap<string, string>;
  /** Why it could not be answered; none where it was. */
  refusals: readonly string[];
  help: readonly Help[];
  saying: Saying;
  address: PageAddress;
  /** The day on which the answer was taken. */
  retrievedOn: string;
}
