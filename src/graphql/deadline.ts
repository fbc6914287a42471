import { AppError } from '../errors.js';

/** The time that one request has. It begins with the first thing that is waited for. */
export class Deadline {
  private timer: NodeJS.Timeout | null = null;
  private expired: Promise<never> | null = null;

  constructor(private readonly milliseconds: number) {}

  /**
   * Waits for an answer, but not beyond the deadline.
   *
   * @throws AppError DEADLINE
   */
  within<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.begun()]);
  }

  /** Lets go of the timer; nothing is to be waited for any more. */
  end(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private begun(): Promise<never> {
    if (this.expired) return this.expired;
    this.expired = new Promise((_, reject) => {
      const seconds = this.milliseconds / 1000;
      const error = new AppError('DEADLINE', `The request took longer than ${seconds} s; ask for less at a time.`);
      this.timer = setTimeout(() => reject(error), this.milliseconds).unref();
    });
    // Whoever still waits is told; nobody may be waiting.
    this.expired.catch(() => {});
    return this.expired;
  }
}
