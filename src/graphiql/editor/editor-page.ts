import type { Setting } from '../common/setting.js';
import type { ActiveQuestion } from './active-question.js';
import type { ExecutionHistory } from './execution-history.js';
import type { EditorToken } from './token.js';

export interface EditorPage {
  setting: Setting;
  /** The parameters at loading. */
  search: URLSearchParams;
  runs: ExecutionHistory;
  open: ActiveQuestion;
  token: EditorToken;
}
