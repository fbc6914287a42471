import type { OpenQuestion } from '../../saved-queries/open-question.js';
import type { Values } from '../../saved-queries/values.js';
import { ListenerSet } from './listener-set.js';

/** An open question, with the values of its form. */
export interface OpenedQuestion {
  question: OpenQuestion;
  values: Values;
}

/** Store of the open question, shared by the editors and the URL. */
export class ActiveQuestion extends ListenerSet {
  /** Question waiting to be loaded into the editors and run; null if there is none. */
  pendingQuestion: OpenedQuestion | null = null;
  private opened: OpenedQuestion | null = null;
  private isInPane = false;

  readonly get = (): OpenedQuestion | null => this.opened;

  /** Returns the question whose form is shown; null if the list is shown. */
  readonly shownQuestion = (): OpenedQuestion | null => (this.isInPane ? this.opened : null);

  /** Opens a question, or changes its values. */
  show(opened: OpenedQuestion): void {
    this.opened = opened;
    this.isInPane = true;
    this.pendingQuestion = opened;
    this.notify();
  }

  /** Stores the values with which the question was run in the editor. */
  recordRun(query: string, values: Values): void {
    if (this.opened?.question.document !== query) return;
    if (JSON.stringify(this.opened.values) === JSON.stringify(values)) return;
    this.opened = { ...this.opened, values };
    this.notify();
  }

  /** Shows the list of questions. The question stays in the editors. */
  close(): void {
    this.isInPane = false;
    this.notify();
  }
}
