/** How many requests a client may send. */
export interface Rate {
  /** At once, after a pause. */
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** A bucket of requests for each client that fills up steadily; clients are forgotten, the oldest first. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** @param now milliseconds, from any start */
  constructor(
    private readonly rate: Rate,
    private readonly now: () => number = () => performance.now(),
    private readonly mostClients = 10_000,
  ) {}

  /** Takes requests out of a client's bucket; returns 0, or the seconds after which there are enough again. */
  take(client: string, requests = 1): number {
    const { burst, perSecond } = this.rate;
    const now = this.now();
    const before = this.buckets.get(client) ?? { left: burst, at: now };
    const left = Math.min(burst, before.left + ((now - before.at) / 1000) * perSecond);
    const isEnough = left >= requests;
    this.buckets.delete(client);
    this.buckets.set(client, { left: isEnough ? left - requests : left, at: now });
    if (this.buckets.size > this.mostClients) this.buckets.delete(this.buckets.keys().next().value!);
    return isEnough ? 0 : Math.max(1, Math.ceil((requests - left) / perSecond));
  }
}
