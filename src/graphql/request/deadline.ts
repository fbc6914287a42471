import { AppError } from '../../errors.js';

/** The time that one request has. It begins with the first thing that is waited for. */
export class Deadline {
  private timer: NodeJS.Timeout | null = null;
  private expired: Promise<never> | null = null;
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
    return Promise.race([answer, this.begun()]);
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

  private begun(): Promise<never> {
    if (this.expired) return this.expired;
    this.expired = new Promise((_, reject) => {
      this.timer = setTimeout(() => {
        this.passed = true;
        for (const callback of this.callbacks) callback();
        reject(new AppError('DEADLINE', this.told()));
      }, this.milliseconds).unref();
    });
    // Whoever still waits is told; nobody may be waiting.
    this.expired.catch(() => {});
    return this.expired;
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
