import { ListenerSet } from './listener-set.js';

/** An editor's token, only in memory. */
export class EditorToken extends ListenerSet {
  private authorization: string | null = null;

  /** The `Authorization` header; null for none. */
  readonly get = (): string | null => this.authorization;

  put(authorization: string): void {
    this.authorization = authorization;
    this.notify();
  }
}
