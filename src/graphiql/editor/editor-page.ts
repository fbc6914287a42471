import type { PageSettings } from '../common/settings.js';
import type { ActiveQuestion } from './active-question.js';
import type { ExecutionHistory } from './execution-history.js';
import type { EditorToken } from './token.js';

export interface EditorPage {
  settings: PageSettings;
  /** URL parameters when the page was loaded. */
  search: URLSearchParams;
  runs: ExecutionHistory;
  open: ActiveQuestion;
  token: EditorToken;
}
