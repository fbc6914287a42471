import type { OpenQuestion } from '../../bench/open-question.js';
import type { Values } from '../../bench/values.js';
import { Listeners } from './listeners.js';

/** A question that is open, with the values of its form. */
export interface Opened {
  question: OpenQuestion;
  values: Values;
}

/** The question that was opened last, for the parts of the page that put it into the editors and into the address. */
export class QuestionInFront extends Listeners {
  /** What waits to be put into the editors and run; null once it was. */
  waiting: Opened | null = null;
  private opened: Opened | null = null;
  private isInPane = false;

  readonly get = (): Opened | null => this.opened;

  /** The question whose form is shown; null where the list of all is. */
  readonly inPane = (): Opened | null => (this.isInPane ? this.opened : null);

  /** Opens a question, or shows it with other values. */
  show(opened: Opened): void {
    this.opened = opened;
    this.isInPane = true;
    this.waiting = opened;
    this.tell();
  }

  /** Takes the values with which it was run, as when they were written in the editor. */
  ran(query: string, values: Values): void {
    if (this.opened?.question.document !== query) return;
    if (JSON.stringify(this.opened.values) === JSON.stringify(values)) return;
    this.opened = { ...this.opened, values };
    this.tell();
  }

  /** Shows the list of all questions; what stands in the editors is still this one. */
  close(): void {
    this.isInPane = false;
    this.tell();
  }
}
