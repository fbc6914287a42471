import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../datasets/read-figures.js';
import type { Terminal } from './terminal.js';

/** A bar that shows how far the reading of files has come; nothing where nobody watches. */
export function readingProgress({ isInteractive }: Terminal): { update: Progress; stop: () => void } {
  if (!isInteractive) return { update: () => undefined, stop: () => undefined };
  const format = ' reading {bar} {percentage}% | {rows} rows';
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
  bar.start(1, 0, { rows: 0 });
  return {
    // Where it is not known how much there is, the rows alone tell that something happens.
    update: (rows, share) => bar.update(share ?? 0, { rows }),
    stop: () => bar.stop(),
  };
}
