import type { Setting } from '../common/setting.js';
import type { QuestionInFront } from './question-in-front.js';
import type { Runs } from './runs.js';
import type { Token } from './token.js';

export interface EditorPage {
  setting: Setting;
  /** The parameters at loading. */
  search: URLSearchParams;
  runs: Runs;
  open: QuestionInFront;
  token: Token;
}
