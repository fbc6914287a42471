import type { StoredToken } from '../tokens.js';

/** Maximum age of a cached token, in milliseconds, even without changes in the log. */
const MAX_AGE_MS = 60_000;

/** Cache of valid tokens, used while revocations are received in time. Unknown tokens are not cached. */
export class TokenCache {
  private readonly tokens = new Map<string, { token: StoredToken; readAt: number }>();
  private clearCount = 0;

  /** @param isCurrent returns whether recent changes of the log are known */
  constructor(private readonly isCurrent: () => boolean) {}

  /** Number of calls of `clear`. A token that was read before a `clear` must not be stored after it. */
  get generation(): number {
    return this.clearCount;
  }

  /** Returns the token of a digest; undefined if it must be read from the database. */
  get(digest: string): StoredToken | undefined {
    const found = this.tokens.get(digest);
    return found && this.isCurrent() && performance.now() - found.readAt < MAX_AGE_MS ? found.token : undefined;
  }

  /** Stores a token that was read after `generation`, unless `clear` was called since then. */
  set(token: StoredToken, generation: number): void {
    if (generation === this.clearCount) this.tokens.set(token.digest, { token, readAt: performance.now() });
  }

  clear(): void {
    this.clearCount += 1;
    this.tokens.clear();
  }
}
