import type { OpenQuestion } from '../../bench/open-question.js';
import type { Values } from '../../bench/values.js';
import { Listeners } from './listeners.js';

/** An open question, with the values of its form. */
export interface Opened {
  question: OpenQuestion;
  values: Values;
}

/** The current question, for the editors and the URL. */
export class QuestionInFront extends Listeners {
  /** To be put into the editors and run. */
  waiting: Opened | null = null;
  private opened: Opened | null = null;
  private isInPane = false;

  readonly get = (): Opened | null => this.opened;

  /** The question whose form is shown; null for the list. */
  readonly inPane = (): Opened | null => (this.isInPane ? this.opened : null);

  /** Opens a question, or changes its values. */
  show(opened: Opened): void {
    this.opened = opened;
    this.isInPane = true;
    this.waiting = opened;
    this.tell();
  }

  /** Takes values that were edited in the editor and run. */
  ran(query: string, values: Values): void {
    if (this.opened?.question.document !== query) return;
    if (JSON.stringify(this.opened.values) === JSON.stringify(values)) return;
    this.opened = { ...this.opened, values };
    this.tell();
  }

  /** Shows the list of questions; the editors keep the question. */
  close(): void {
    this.isInPane = false;
    this.tell();
  }
}
