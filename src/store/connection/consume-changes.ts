import type { ChangeEvent, PendingChanges } from '../change-log.js';
import type { ChangeConsumer } from '../change-consumer.js';
import { backoffDelay } from './backoff.js';

/** Maximum number of waiting changes. Beyond it, all data is processed again. */
const MAX_PENDING = 10_000;

/** Source of changes, their consumer, and an error callback. */
export interface ConsumerOptions {
  follow: (listener: (event: ChangeEvent) => void) => () => void;
  take: (changes: PendingChanges) => Promise<void>;
  onError: (error: unknown) => void;
}

/** Calls `take` with all data first, then with each set of changes. See `ChangeLog.consume`. */
export function consumeChanges({ follow, take, onError }: ConsumerOptions): ChangeConsumer {
  let pending: PendingChanges = 'EVERYTHING';
  let isClosed = false;
  let work: Promise<void> | null = null;
  let skipDelay = () => {};
  let notify = () => {};
  const attempted = new Promise<void>((resolve) => (notify = resolve));

  const processChanges = async () => {
    for (let failures = 0; pending.length > 0 && !isClosed;) {
      const batch = pending;
      pending = [];
      try {
        await take(batch);
        if (failures > 0) onError(null);
        failures = 0;
        notify();
      } catch (error) {
        pending = mergeChanges(batch, pending);
        failures += 1;
        if (failures === 1) onError(error);
        notify();
        if (!isClosed)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, backoffDelay(failures)).unref();
            skipDelay = () => (clearTimeout(timer), resolve());
          });
      }
    }
  };
  const start = () => {
    work ??= processChanges().finally(() => {
      work = null;
      if (pending.length > 0 && !isClosed) start();
    });
  };
  const stop = follow((event) => {
    pending = event.isReset ? 'EVERYTHING' : mergeChanges(pending, [event]);
    start();
  });
  start();
  return {
    get isIdle() {
      return work === null && pending.length === 0;
    },
    afterFirstAttempt: () => attempted,
    waitUntilIdle: async () => {
      while (work) await work;
    },
    close: async () => {
      isClosed = true;
      stop();
      skipDelay();
      notify();
      await work;
    },
  };
}

function mergeChanges(earlier: PendingChanges, later: PendingChanges): PendingChanges {
  if (earlier === 'EVERYTHING' || later === 'EVERYTHING') return 'EVERYTHING';
  return earlier.length + later.length > MAX_PENDING ? 'EVERYTHING' : [...earlier, ...later];
}
