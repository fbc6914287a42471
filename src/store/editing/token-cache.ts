import type { StoredToken } from '../tokens.js';

/** A token is read again after this time, whatever the log says. */
const LASTS_MS = 60_000;

/**
 * In-memory cache of valid tokens, while revocations are reported soon. Unknown tokens are not cached, so that a new
 * one works at once.
 */
export class TokenCache {
  private readonly known = new Map<string, { token: StoredToken; readAt: number }>();
  private forgets = 0;

  /** @param isCurrent  whether recent changes of the log are known */
  constructor(private readonly isCurrent: () => boolean) {}

  /** Increases with `clear`, so that tokens read before it are not stored after it. */
  get generation(): number {
    return this.forgets;
  }

  /** The token of a digest; undefined where it has to be read. */
  get(digest: string): StoredToken | undefined {
    const found = this.known.get(digest);
    return found && this.isCurrent() && performance.now() - found.readAt < LASTS_MS ? found.token : undefined;
  }

  /** Stores a token, unless `clear` was called since `generation`. */
  set(token: StoredToken, clock: number): void {
    if (clock === this.forgets) this.known.set(token.digest, { token, readAt: performance.now() });
  }

  clear(): void {
    this.forgets += 1;
    this.known.clear();
  }
}
