import { AppError } from '../../errors.js';

/** The time that one request has. It begins with the first thing that is waited for. */
export class Deadline {
  private timer: NodeJS.Timeout | null = null;
  /** What tells those who wait that the time is over. */
  private readonly waiting = new Set<(error: AppError) => void>();
  private isForWriting = false;
  private passed = false;
  private readonly callbacks: (() => void)[] = [];

  constructor(private readonly milliseconds: number) {}

  /**
   * Waits for an answer, but not beyond the deadline.
   *
   * @throws AppError DEADLINE
   */
  within<T>(answer: Promise<T>): Promise<T> {
    this.timer ??= setTimeout(() => this.expire(), this.milliseconds).unref();
    return new Promise((resolve, reject) => {
      this.waiting.add(reject);
      answer.then(
        (value) => {
          this.waiting.delete(reject);
          resolve(value);
        },
        (error: unknown) => {
          this.waiting.delete(reject);
          reject(error);
        },
      );
      if (this.passed) reject(this.error());
    });
  }

  /** Whether the time is over, so that nobody waits for more. */
  get isOver(): boolean {
    return this.passed;
  }

  /** Calls back when the time is over, before anybody who waits is told. */
  whenOver(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /** What is written is not called back: whoever waited too long for it is told that it may stand. */
  startWriting(): void {
    this.isForWriting = true;
  }

  /** Lets go of the timer; nothing is to be waited for any more. */
  end(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private expire(): void {
    this.passed = true;
    for (const callback of this.callbacks) callback();
    for (const tell of this.waiting) tell(this.error());
    this.waiting.clear();
  }

  private error(): AppError {
    return new AppError('DEADLINE', this.told());
  }

  private told(): string {
    const seconds = this.milliseconds / 1000;
    if (!this.isForWriting) return `The request took longer than ${seconds} s; ask for less at a time.`;
    return (
      `The change took longer than ${seconds} s, and may be written or not. Send it again with the same ` +
      '"expectedRevision": it is written once at most, and a conflict tells you that it had been.'
    );
  }
}
