import { SingleBar } from 'cli-progress';
import { beforeEnding } from '../ending-signals.js';

/** How far work has come, shown where somebody watches. */
interface ProgressBar {
  /** @param all  how much there is, where that is known */
  update(done: number, all?: number): void;
  /** Gives the terminal back as it was. */
  stop(): void;
}

/**
 * Begins to show how far work has come. A signal that ends the process gives the terminal back as well.
 *
 * @param format     as of cli-progress, as in `backup {bar} {value} changes`
 * @param isWatched  nothing is shown else
 */
export function progressBar(format: string, isWatched: boolean): ProgressBar {
  if (!isWatched) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({ format, hideCursor: true });
  bar.start(0, 0);
  const leave = beforeEnding(() => bar.stop());
  return {
    update: (done, all = bar.getTotal()) => {
      bar.setTotal(all);
      bar.update(done);
    },
    stop() {
      leave();
      bar.stop();
    },
  };
}
