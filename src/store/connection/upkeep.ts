import type { ChangeNotice, News } from '../log.js';
import type { Upkeep } from '../upkeep.js';
import { pauseAfter } from './back-off.js';

/** With more changes waiting than this, everything is taken in again. */
const MOST_WAITING = 10_000;

/** What is kept current, and from what. */
export interface UpkeepOptions {
  follow: (listener: (notice: ChangeNotice) => void) => () => void;
  take: (news: News) => Promise<void>;
  onTrouble: (error: unknown) => void;
}

/** Calls `take` for everything at once, then for what changed since, as `ChangeLog.keepUp` says. */
export function keepUp({ follow, take, onTrouble }: UpkeepOptions): Upkeep {
  let news: News = 'EVERYTHING';
  let isClosed = false;
  let work: Promise<void> | null = null;
  let endPause = () => {};
  let tell = () => {};
  const tried = new Promise<void>((resolve) => (tell = resolve));

  const run = async () => {
    for (let failures = 0; news.length > 0 && !isClosed;) {
      const taken = news;
      news = [];
      try {
        await take(taken);
        if (failures > 0) onTrouble(null);
        failures = 0;
        tell();
      } catch (error) {
        news = joined(taken, news);
        failures += 1;
        if (failures === 1) onTrouble(error);
        tell();
        if (!isClosed)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, pauseAfter(failures)).unref();
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
    news = notice.isAnew ? 'EVERYTHING' : joined(news, [notice]);
    start();
  });
  start();
  return {
    get isSettled() {
      return work === null && news.length === 0;
    },
    tried: () => tried,
    settled: async () => {
      while (work) await work;
    },
    close: async () => {
      isClosed = true;
      stop();
      endPause();
      tell();
      await work;
    },
  };
}

function joined(earlier: News, later: News): News {
  if (earlier === 'EVERYTHING' || later === 'EVERYTHING') return 'EVERYTHING';
  return earlier.length + later.length > MOST_WAITING ? 'EVERYTHING' : [...earlier, ...later];
}
