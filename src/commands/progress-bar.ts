import { SingleBar } from 'cli-progress';
import { onShutdownSignal } from '../shutdown-signals.js';

interface ProgressBar {
  /** Shows the progress. @param all total, if known; default: the last total */
  update(done: number, all?: number): void;
  /** Removes the bar and restores the terminal. */
  stop(): void;
}

/** Starts a progress bar with a cli-progress format, if `isVisible`. Shutdown signals remove it from the terminal. */
export function startProgressBar(format: string, isVisible: boolean): ProgressBar {
  if (!isVisible) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({ format, hideCursor: true });
  const leave = onShutdownSignal(() => bar.stop());
  bar.start(0, 0);
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
