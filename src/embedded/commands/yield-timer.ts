import { CommandError } from '../command-error.js';

/** The maximum time before other commands run, in milliseconds. */
const TURN_MS = 6;
/** Steps between reads of the clock. */
const STEPS = 16;

/** Lets a command yield to others, and enforces its time limit. */
export class YieldTimer {
  private steps = 0;
  private turnEnds = performance.now() + TURN_MS;
  private readonly deadline: number;
  /** Set when the client has left, or its cursor was killed. */
  interrupted = false;

  /** @param maxTimeMs 0 for no limit */
  constructor(maxTimeMs = 0) {
    this.deadline = maxTimeMs > 0 ? performance.now() + maxTimeMs : Infinity;
  }

  /** Whether the command should yield. */
  due(): boolean {
    return ++this.steps % STEPS === 0 && performance.now() >= this.turnEnds;
  }

  /** Yields to other commands. @throws CommandError MaxTimeMSExpired */
  async pause(): Promise<void> {
    this.check();
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.check();
    this.turnEnds = performance.now() + TURN_MS;
  }

  /** @throws CommandError MaxTimeMSExpired, Interrupted */
  check(): void {
    if (this.interrupted) throw new CommandError('Interrupted', 'operation was interrupted');
    if (performance.now() > this.deadline) throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}
