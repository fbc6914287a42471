/** Milliseconds that a timer may ring late before this process is taken to have stood still. */
const LATE_MS = 250;
/** Milliseconds for what was answered while this process stood still to be read, at least. */
const CATCH_UP_MS = 1000;

/**
 * Waits for an answer, but not for longer than a limit of milliseconds. Timers ring before answers are read, so a process
 * that stood still, paused or without a processor, looks at what has come before it gives up.
 *
 * @throws what `tooLate` makes, when no answer came; whatever the answer fails with
 */
export async function inTime<T>(answer: Promise<T>, limitMs: number, tooLate: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    const wait = (ms: number) => {
      const due = performance.now() + ms;
      timer = setTimeout(() => {
        if (stoodStill(performance.now() - due) > 0) wait(CATCH_UP_MS);
        else reject(tooLate());
      }, ms);
    };
    wait(limitMs);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** For how many milliseconds this process stood still, by how late a timer rang; 0 for what is usual. */
export function stoodStill(lateMs: number): number {
  return lateMs > LATE_MS ? lateMs : 0;
}
