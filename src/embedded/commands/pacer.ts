import { CommandError } from '../command-error.js';

/** Longest that one command works before the others get a turn, in milliseconds. */
const TURN_MS = 6;
/** Steps between two looks at the clock. */
const STEPS = 16;

/** Keeps one command from holding up the others, and ends it at its time limit. */
export class Pacer {
  private steps = 0;
  private turnEnds = performance.now() + TURN_MS;
  private readonly deadline: number;
  /** Set when the client is gone or the cursor killed. */
  interrupted = false;

  /** @param maxTimeMs time limit from now; 0 is none */
  constructor(maxTimeMs = 0) {
    this.deadline = maxTimeMs > 0 ? performance.now() + maxTimeMs : Infinity;
  }

  /** True when the command should pause now. */
  due(): boolean {
    return ++this.steps % STEPS === 0 && performance.now() >= this.turnEnds;
  }

  /**
   * Lets the others run.
   *
   * @throws CommandError MaxTimeMSExpired
   */
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
