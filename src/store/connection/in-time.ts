/** A timer later than this many milliseconds means that the process was suspended. */
const LATE_MS = 250;

/**
 * Rejects with `tooLate()` where an answer takes longer than a limit in milliseconds. After a suspension of the process
 * it waits once more: timers fire before answers are read.
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
