import type { StoredToken } from '../tokens.js';

/** Maximum age of a cached token, in milliseconds, even without changes in the log. */
const LASTS_MS = 60_000;

/**
 * In-memory cache of valid tokens. Returns them only while revocations are received in time. Unknown tokens are not
 * cached, so that a new token works at once.
 */
export class TokenCache {
  private readonly known = new Map<string, { token: StoredToken; readAt: number }>();
  private forgets = 0;

  /** @param isCurrent returns whether recent changes of the log are known */
  constructor(private readonly isCurrent: () => boolean) {}

  /** Number of calls of `clear`. A token that was read before a `clear` must not be stored after it. */
  get generation(): number {
    return this.forgets;
  }

  /** Returns the token of a digest; undefined if it must be read from the database. */
  get(digest: string): StoredToken | undefined {
    const found = this.known.get(digest);
    return found && this.isCurrent() && performance.now() - found.readAt < LASTS_MS ? found.token : undefined;
  }

  /**
   * Stores a token, unless `clear` was called after `clock` was read.
   * @param clock `generation` before the token was read
   */
  set(token: StoredToken, clock: number): void {
    if (clock === this.forgets) this.known.set(token.digest, { token, readAt: performance.now() });
  }

  clear(): void {
    this.forgets += 1;
    this.known.clear();
  }
}
