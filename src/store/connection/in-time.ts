/** Milliseconds that a timer may ring late before this process is taken to have stood still. */
const LATE_MS = 250;

/**
 * Waits for an answer, but not for longer than a limit of milliseconds. A process that stood still, paused or without a
 * processor, waits that long once more: timers ring before answers are read, and what it asked may not be sent yet.
 *
 * @throws what `tooLate` makes, when no answer came; whatever the answer fails with
 */
export function inTime<T>(answer: Promise<T>, limitMs: number, tooLate: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const due = performance.now() + limitMs;
      timer = setTimeout(() => {
        if (stoodStill(performance.now() - due) > 0) wait();
        else reject(tooLate());
      }, limitMs);
    };
    wait();
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error as Error);
      },
    );
  });
}

/** For how many milliseconds this process stood still, by how late a timer rang; 0 for what is usual. */
function stoodStill(lateMs: number): number {
  return lateMs > LATE_MS ? lateMs : 0;
}
