/** The token of an editor, once it was put into the page; it is kept until the page is left, and nowhere else. */
export class Token {
  private authorization: string | null = null;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What to send as `Authorization`; null for none. */
  readonly get = (): string | null => this.authorization;

  put(token: string): void {
    this.authorization = `Bearer ${token}`;
    for (const listener of this.listeners) listener();
  }
}
