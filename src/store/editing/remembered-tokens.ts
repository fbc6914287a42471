import type { KeptToken } from '../tokens.js';

/** After so many milliseconds a token is read again, whatever the log says. */
const LASTS_MS = 60_000;

/**
 * Valid tokens that were read, in memory for as long as it is heard soon that one was revoked. None is remembered for not
 * being there, so that a new one is known at once.
 */
export class RememberedTokens {
  private readonly known = new Map<string, { token: KeptToken; readAt: number }>();
  private forgets = 0;

  /** @param isCurrent  whether all is told of that was written some moments ago */
  constructor(private readonly isCurrent: () => boolean) {}

  /** Moves on with whatever is forgotten, so that what was read before is not remembered after. */
  get clock(): number {
    return this.forgets;
  }

  /** The token of a digest; undefined where it is to be read. */
  of(digest: string): KeptToken | undefined {
    const found = this.known.get(digest);
    return found && this.isCurrent() && performance.now() - found.readAt < LASTS_MS ? found.token : undefined;
  }

  /** Keeps a token that was read when the clock stood so. */
  keep(token: KeptToken, clock: number): void {
    if (clock === this.forgets) this.known.set(token.digest, { token, readAt: performance.now() });
  }

  /** Reads all of them again when they are next needed. */
  forget(): void {
    this.forgets += 1;
    this.known.clear();
  }
}
