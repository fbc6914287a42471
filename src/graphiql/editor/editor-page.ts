import type { Setting } from '../common/setting.js';
import type { QuestionInFront } from './question-in-front.js';
import type { Runs } from './runs.js';
import type { Token } from './token.js';

/** What the parts of the page share. */
export interface EditorPage {
  setting: Setting;
  /** What the address said when the page was opened. */
  search: URLSearchParams;
  runs: Runs;
  open: QuestionInFront;
  token: Token;
}
