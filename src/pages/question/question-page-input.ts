import type { EmptyAnswerHelp } from '../../saved-queries/empty-answer-help.js';
import type { Localisation } from '../../saved-queries/display-cell.js';
import type { InvalidValue } from '../../saved-queries/variable-values.js';
import type { PageAddress } from '../../html/page-shell.js';
import type { SerialisedEditions } from '../../model/pinned-editions.js';
import type { ScreenTable } from '../../tables/table.js';
import type { AnswerRequest } from './question-links.js';

/** Question, answer and URL from which `questionPage` renders a page. */
export interface QuestionPageInput extends AnswerRequest {
  query: string;
  /** Editions to pin in a permalink, so that it reproduces this answer; null if the answer has no figures. */
  pinnedEditions: SerialisedEditions | null;
  wrong: readonly InvalidValue[];
  /** Tables of the answer, the main one first; empty if there is no answer. */
  tables: readonly ScreenTable[];
  /** Aliases of the lists without items, except those of figures; absent if there is no answer. */
  emptyLists?: readonly string[];
  /** Locales of foreign texts in the answer, by text. */
  foreign: ReadonlyMap<string, string>;
  /** Messages of the errors because of which there is no answer, in English. */
  refusals: readonly string[];
  help: readonly EmptyAnswerHelp[];
  localisation: Localisation;
  address: PageAddress;
  retrievedOn: string;
}
