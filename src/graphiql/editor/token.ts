import { Listeners } from './listeners.js';

/** The token of an editor, once it was put into the page; it is kept until the page is left, and nowhere else. */
export class Token extends Listeners {
  private authorization: string | null = null;

  /** What to send as `Authorization`; null for none. */
  readonly get = (): string | null => this.authorization;

  put(authorization: string): void {
    this.authorization = authorization;
    this.tell();
  }
}
