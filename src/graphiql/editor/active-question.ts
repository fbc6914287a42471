import type { OpenQuestion } from '../../saved-queries/open-question.js';
import type { Values } from '../../saved-queries/values.js';
import { ListenerSet } from './listener-set.js';

/** An open question, with the values of its form. */
export interface OpenedQuestion {
  question: OpenQuestion;
  values: Values;
}

/** The current question, for the editors and the URL. */
export class ActiveQuestion extends ListenerSet {
  /** To be put into the editors and run. */
  waiting: OpenedQuestion | null = null;
  private opened: OpenedQuestion | null = null;
  private isInPane = false;

  readonly get = (): OpenedQuestion | null => this.opened;

  /** The question whose form is shown; null for the list. */
  readonly inPane = (): OpenedQuestion | null => (this.isInPane ? this.opened : null);

  /** Opens a question, or changes its values. */
  show(opened: OpenedQuestion): void {
    this.opened = opened;
    this.isInPane = true;
    this.waiting = opened;
    this.notify();
  }

  /** Takes values that were edited in the editor and run. */
  recordRun(query: string, values: Values): void {
    if (this.opened?.question.document !== query) return;
    if (JSON.stringify(this.opened.values) === JSON.stringify(values)) return;
    this.opened = { ...this.opened, values };
    this.notify();
  }

  /** Shows the list of questions; the editors keep the question. */
  close(): void {
    this.isInPane = false;
    this.notify();
  }
}
