export interface RateLimitSettings {
  /** Capacity of a bucket: the number of requests that a client can send at once. */
  burst: number;
  perSecond: number;
}

interface Bucket {
  tokens: number;
  updatedAt: number;
}

/** Rate limit with a token bucket for each client. The least recently used buckets are evicted. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** @param now returns the time in milliseconds, from any starting point */
  constructor(
    private readonly rate: RateLimitSettings,
    private readonly now: () => number = () => performance.now(),
    private readonly maxClients = 10_000,
  ) {}

  /** Takes tokens from a client's bucket if it contains enough. Returns 0; otherwise, the seconds until it does. */
  take(client: string, requests = 1): number {
    const remaining = this.remainingTokens(client);
    const isEnough = remaining >= requests;
    this.buckets.delete(client);
    this.buckets.set(client, { tokens: isEnough ? remaining - requests : remaining, updatedAt: this.now() });
    if (this.buckets.size > this.maxClients) this.buckets.delete(this.buckets.keys().next().value!);
    return isEnough ? 0 : this.refillSeconds(requests - remaining);
  }

  /** Returns the seconds until the client's bucket contains `requests` tokens; 0 if it already does. */
  secondsUntil(client: string, requests: number): number {
    const remaining = this.remainingTokens(client);
    return remaining >= requests ? 0 : this.refillSeconds(requests - remaining);
  }

  /** Returns a client's remaining tokens, and the seconds until its bucket is full; both as integers. */
  state(client: string): { left: number; fullIn: number } {
    const remaining = this.remainingTokens(client);
    return { left: Math.floor(remaining), fullIn: Math.ceil((this.rate.burst - remaining) / this.rate.perSecond) };
  }

  private remainingTokens(client: string): number {
    const bucket = this.buckets.get(client);
    if (!bucket) return this.rate.burst;
    return Math.min(this.rate.burst, bucket.tokens + ((this.now() - bucket.updatedAt) / 1000) * this.rate.perSecond);
  }

  private refillSeconds(requests: number): number {
    return Math.max(1, Math.ceil(requests / this.rate.perSecond));
  }
}
