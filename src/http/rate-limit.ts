export interface Rate {
  /** After a pause. */
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets by client; the oldest clients are evicted. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** @param now milliseconds, from any start */
  constructor(
    private readonly rate: Rate,
    private readonly now: () => number = () => performance.now(),
    private readonly maxClients = 10_000,
  ) {}

  /** Takes requests out of a client's bucket. Returns 0, or the seconds until there are enough. */
  take(client: string, requests = 1): number {
    const left = this.left(client);
    const isEnough = left >= requests;
    this.buckets.delete(client);
    this.buckets.set(client, { left: isEnough ? left - requests : left, at: this.now() });
    if (this.buckets.size > this.maxClients) this.buckets.delete(this.buckets.keys().next().value!);
    return isEnough ? 0 : this.secondsFor(requests - left);
  }

  /** The seconds until a client's bucket has so many requests; 0 where it has. */
  wait(client: string, requests: number): number {
    const left = this.left(client);
    return left >= requests ? 0 : this.secondsFor(requests - left);
  }

  /** A client's remaining requests, and the seconds until the bucket is full; whole numbers. */
  state(client: string): { left: number; fullIn: number } {
    const left = this.left(client);
    return { left: Math.floor(left), fullIn: Math.ceil((this.rate.burst - left) / this.rate.perSecond) };
  }

  private left(client: string): number {
    const bucket = this.buckets.get(client);
    if (!bucket) return this.rate.burst;
    return Math.min(this.rate.burst, bucket.left + ((this.now() - bucket.at) / 1000) * this.rate.perSecond);
  }

  private secondsFor(requests: number): number {
    return Math.max(1, Math.ceil(requests / this.rate.perSecond));
  }
}
