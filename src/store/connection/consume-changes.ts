import type { ChangeEvent, PendingChanges } from '../change-log.js';
import type { ChangeConsumer } from '../change-consumer.js';
import { backoffDelay } from './backoff.js';

/** Maximum number of pending changes. Beyond it, all data is processed again. */
const MAX_PENDING_CHANGES = 10_000;

/** Source of changes, their consumer, and an error callback. */
export interface ConsumerOptions {
  follow: (listener: (event: ChangeEvent) => void) => () => void;
  onChanges: (changes: PendingChanges) => Promise<void>;
  onError: (error: unknown) => void;
}

/** Calls `onChanges` with EVERYTHING first, then with each set of changes. See `ChangeLog.consume`. */
export function consumeChanges({ follow, onChanges, onError }: ConsumerOptions): ChangeConsumer {
  let pendingChanges: PendingChanges = 'EVERYTHING';
  let isClosed = false;
  let work: Promise<void> | null = null;
  let skipDelay = () => {};
  let resolveFirstAttempt = () => {};
  const firstAttempt = new Promise<void>((resolve) => (resolveFirstAttempt = resolve));

  const processChanges = async () => {
    for (let failureCount = 0; pendingChanges.length > 0 && !isClosed;) {
      const batch = pendingChanges;
      pendingChanges = [];
      try {
        await onChanges(batch);
        if (failureCount > 0) onError(null);
        failureCount = 0;
        resolveFirstAttempt();
      } catch (error) {
        pendingChanges = mergeChanges(batch, pendingChanges);
        failureCount += 1;
        if (failureCount === 1) onError(error);
        resolveFirstAttempt();
        if (!isClosed)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, backoffDelay(failureCount)).unref();
            skipDelay = () => (clearTimeout(timer), resolve());
          });
      }
    }
  };
  const start = () => {
    work ??= processChanges().finally(() => {
      work = null;
      if (pendingChanges.length > 0 && !isClosed) start();
    });
  };
  const unfollow = follow((event) => {
    pendingChanges = event.isReset ? 'EVERYTHING' : mergeChanges(pendingChanges, [event]);
    start();
  });
  start();
  return {
    get isIdle() {
      return work === null && pendingChanges.length === 0;
    },
    afterFirstAttempt: () => firstAttempt,
    waitUntilIdle: async () => {
      while (work) await work;
    },
    close: async () => {
      isClosed = true;
      unfollow();
      skipDelay();
      resolveFirstAttempt();
      await work;
    },
  };
}

function mergeChanges(earlier: PendingChanges, later: PendingChanges): PendingChanges {
  if (earlier === 'EVERYTHING' || later === 'EVERYTHING') return 'EVERYTHING';
  return earlier.length + later.length > MAX_PENDING_CHANGES ? 'EVERYTHING' : [...earlier, ...later];
}
