import { AppError } from '../../errors.js';

/** Time limit of one request. The timer starts at the first call of `within`. */
export class Deadline {
  private timer: NodeJS.Timeout | null = null;
  private readonly pendingRejects = new Set<(error: AppError) => void>();
  private error: AppError | null = null;
  private isWrite = false;
  private readonly callbacks: (() => void)[] = [];

  constructor(private readonly milliseconds: number) {}

  /** Waits for a promise until the deadline. @throws AppError DEADLINE */
  within<T>(promise: Promise<T>): Promise<T> {
    this.timer ??= setTimeout(() => this.expire(), this.milliseconds).unref();
    // Promise.race with a shared promise would retain each promise until the request ends.
    return new Promise((resolve, reject) => {
      if (this.error) reject(this.error);
      else this.pendingRejects.add(reject);
      promise.then(
        (value) => {
          this.pendingRejects.delete(reject);
          resolve(value);
        },
        (error: unknown) => {
          this.pendingRejects.delete(reject);
          reject(error as Error);
        },
      );
    });
  }

  /** Whether the deadline has passed. */
  get isExpired(): boolean {
    return this.error !== null;
  }

  /** Registers a callback that runs when the deadline passes, before pending promises are rejected. */
  onExpiry(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /** Marks the request as a write. Writes are not cancelled; the deadline error says that they may be applied. */
  startWriting(): void {
    this.isWrite = true;
  }

  /** Stops the timer at the end of the request, so that the deadline does not pass. */
  end(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private expire(): void {
    this.error = new AppError('DEADLINE', this.message());
    for (const callback of this.callbacks) callback();
    for (const reject of this.pendingRejects) reject(this.error);
    this.pendingRejects.clear();
  }

  private message(): string {
    const seconds = this.milliseconds / 1000;
    if (!this.isWrite) return `The request took longer than ${seconds} s; request less at a time.`;
    return (
      `The change took longer than ${seconds} s, and may or may not be written. Send it again with the same ` +
      '"expectedRevision": it is written at most once, and a conflict means that it was written.'
    );
  }
}
