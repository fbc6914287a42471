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
    const left = this.left(client);
    const isEnough = left >= requests;
    this.buckets.delete(client);
    this.buckets.set(client, { left: isEnough ? left - requests : left, at: this.now() });
    if (this.buckets.size > this.mostClients) this.buckets.delete(this.buckets.keys().next().value!);
    return isEnough ? 0 : this.secondsFor(requests - left);
  }

  /** The seconds after which there are so many requests in a client's bucket; 0 where there are. Takes none. */
  wait(client: string, requests: number): number {
    const left = this.left(client);
    return left >= requests ? 0 : this.secondsFor(requests - left);
  }

  /** How many requests a client has left, and the seconds after which it has all again; whole numbers, rounded for safety. */
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
