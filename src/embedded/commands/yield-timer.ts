import { CommandError } from '../command-error.js';

/** Maximum time until a command yields to the event loop, in milliseconds. */
const MAX_BLOCKING_MS = 6;
/** Number of steps between reads of the clock. */
const STEPS_PER_CLOCK_READ = 16;

/** Determines when a command yields to the event loop, and enforces its time limit. */
export class YieldTimer {
  private steps = 0;
  private yieldAt = performance.now() + MAX_BLOCKING_MS;
  private readonly deadline: number;
  /** Set when the server shuts down. */
  interrupted = false;

  /** @param maxTimeMs time limit in milliseconds; 0 for none */
  constructor(maxTimeMs = 0) {
    this.deadline = maxTimeMs > 0 ? performance.now() + maxTimeMs : Infinity;
  }

  /** Counts a step, and returns whether the command should now call `pause`. */
  due(): boolean {
    return ++this.steps % STEPS_PER_CLOCK_READ === 0 && performance.now() >= this.yieldAt;
  }

  /** Lets the event loop run other commands. @throws CommandError MaxTimeMSExpired, Interrupted */
  async pause(): Promise<void> {
    this.check();
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.check();
    this.yieldAt = performance.now() + MAX_BLOCKING_MS;
  }

  /** Checks that the command may continue. @throws CommandError MaxTimeMSExpired, Interrupted */
  check(): void {
    if (this.interrupted) throw new CommandError('Interrupted', 'operation was interrupted');
    if (performance.now() > this.deadline) throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}
