import { isStartedByNpm } from '../config.js';

const LOOK_MS = 250;
const parent = process.ppid;

/**
 * Resolves when a signal is aborted, at once where it is already. npm and npx start us in a shell, which ends by a signal
 * that they pass on and does not pass it on itself; then, too.
 */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const looking = isStartedByNpm() ? setInterval(() => process.ppid === parent || end(), LOOK_MS).unref() : undefined;
    const end = () => {
      clearInterval(looking);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
