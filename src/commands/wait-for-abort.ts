import { isStartedByNpm } from '../config.js';

const LOOK_MS = 250;
const parent = process.ppid;

/** Resolves when a signal is aborted, or when the parent shell ends: shells of npm and npx do not forward signals. */
export function waitForAbort(signal: AbortSignal): Promise<void> {
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
