import type { ChangeEvent, PendingChanges } from '../log.js';
import type { ChangeConsumer } from '../change-consumer.js';
import { backoffDelay } from './backoff.js';

/** Maximum number of waiting changes. Beyond it, all data is processed again. */
const MAX_WAITING = 10_000;

/** Source of changes, their consumer, and an error callback. */
export interface ConsumerOptions {
  follow: (listener: (notice: ChangeEvent) => void) => () => void;
  take: (news: PendingChanges) => Promise<void>;
  onError: (error: unknown) => void;
}

/** Calls `take` with all data first, then with each set of changes. See `ChangeLog.consume`. */
export function consumeChanges({ follow, take, onError }: ConsumerOptions): ChangeConsumer {
  let news: PendingChanges = 'EVERYTHING';
  let isClosed = false;
  let work: Promise<void> | null = null;
  let endPause = () => {};
  let notify = () => {};
  const tried = new Promise<void>((resolve) => (notify = resolve));

  const run = async () => {
    for (let failures = 0; news.length > 0 && !isClosed;) {
      const taken = news;
      news = [];
      try {
        await take(taken);
        if (failures > 0) onError(null);
        failures = 0;
        notify();
      } catch (error) {
        news = joined(taken, news);
        failures += 1;
        if (failures === 1) onError(error);
        notify();
        if (!isClosed)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, backoffDelay(failures)).unref();
            endPause = () => (clearTimeout(timer), resolve());
          });
      }
    }
  };
  const start = () => {
    work ??= run().finally(() => {
      work = null;
      if (news.length > 0 && !isClosed) start();
    });
  };
  const stop = follow((notice) => {
    news = notice.isReset ? 'EVERYTHING' : joined(news, [notice]);
    start();
  });
  start();
  return {
    get isIdle() {
      return work === null && news.length === 0;
    },
    firstAttempt: () => tried,
    idle: async () => {
      while (work) await work;
    },
    close: async () => {
      isClosed = true;
      stop();
      endPause();
      notify();
      await work;
    },
  };
}

function joined(earlier: PendingChanges, later: PendingChanges): PendingChanges {
  if (earlier === 'EVERYTHING' || later === 'EVERYTHING') return 'EVERYTHING';
  return earlier.length + later.length > MAX_WAITING ? 'EVERYTHING' : [...earlier, ...later];
}
