import { ListenerSet } from './listener-set.js';

/** Token of an editor, stored only in memory. */
export class EditorToken extends ListenerSet {
  private authorization: string | null = null;

  /** Returns the `Authorization` header; null if there is none. */
  readonly get = (): string | null => this.authorization;

  put(authorization: string): void {
    this.authorization = authorization;
    this.notify();
  }
}
