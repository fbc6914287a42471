import { isStartedByNpm } from '../config.js';

const PARENT_POLL_MS = 250;
const parent = process.ppid;

/** Resolves when a signal is aborted, or when the parent shell ends: shells of npm and npx do not forward signals. */
export function waitForAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const parentPoll = isStartedByNpm()
      ? setInterval(() => process.ppid === parent || end(), PARENT_POLL_MS).unref()
      : undefined;
    const end = () => {
      clearInterval(parentPoll);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
