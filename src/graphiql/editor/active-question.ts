import type { OpenedQuestion } from '../questions/question.js';
import { ListenerSet } from './listener-set.js';

/** Store of the open question, shared by the editors and the URL. */
export class ActiveQuestion extends ListenerSet {
  /** Question waiting to be loaded into the editors and run; null if there is none. */
  pendingQuestion: OpenedQuestion | null = null;
  private opened: OpenedQuestion | null = null;

  readonly get = (): OpenedQuestion | null => this.opened;

  show(opened: OpenedQuestion): void {
    this.opened = opened;
    this.pendingQuestion = opened;
    this.notify();
  }
}
