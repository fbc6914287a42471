import type { ChangeNotice } from '../../store/log.js';
import { MOST_OBJECTS } from '../limits/cost.js';
import type { Store } from '../../store/store.js';

/** Changes that are read again at most for whoever comes back; who missed more reads all anew. */
const MOST_MISSED = 2000;
const READ_AT_ONCE = 100;
/** Objects of the answers to one replay, by their price: as many as five of the most costly requests have. */
const MOST_REPLAYED = 5 * MOST_OBJECTS;
/** Replays that are made at once; the others wait for their turn. */
const REPLAYS_AT_ONCE = 2;

/** What is told: that it begins, that something was missed, or a change. */
export interface News {
  /** The place in the log from which it begins, up to which all may be missed, or that the change takes. */
  sequence: number;
  what: 'BEGIN' | 'GAP' | ChangeNotice;
}

/** Who is told of what happens, one after the other. */
export interface Listener {
  /** The last change that it was told of; null to begin with the next. */
  after: number | null;
  /** Tells it, and returns the price of what was told; rejects where it cannot be told any more. */
  tell(news: News): Promise<number>;
  /** Is told that there will be no more, for want of a way to tell it. */
  fail(error: unknown): void;
  /** Waiting news at most; who has more is too slow. */
  mostWaiting: number;
}

/** Tells whoever listens of changes as they happen, whichever server made them, and before that of what was missed. */
export class LiveNews {
  private replays = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly log: Pick<Store['log'], 'feed' | 'follow' | 'head' | 'changesAfter'>) {}

  /** Tells of changes until it is ended by what this returns. Begins with the place up to which it has told already. */
  listen(listener: Listener): () => void {
    let told = listener.after ?? this.log.feed().sequence;
    let waiting = 0;
    let isOver = false;
    let work = Promise.resolve();
    const end = () => {
      isOver = true;
      stop();
    };
    const enqueue = (job: () => Promise<void>) => {
      waiting += 1;
      if (waiting > listener.mostWaiting) {
        end();
        return listener.fail(new Error('too slow'));
      }
      work = work.then(async () => {
        waiting -= 1;
        if (!isOver) await job();
      });
      work = work.catch((error: unknown) => {
        end();
        listener.fail(error);
      });
    };
    const tell = async (news: News) => {
      if (typeof news.what === 'object' && news.sequence <= told) return 0;
      told = news.sequence;
      return listener.tell(news);
    };
    const replay = async (after: number) => {
      let left = MOST_REPLAYED;
      for await (const news of this.missed(after)) {
        if (isOver) return;
        // Who missed more than may be made at once reads all anew.
        const what = left < 0 ? 'GAP' : news.what;
        left -= await tell(what === 'GAP' ? { sequence: this.log.feed().sequence, what } : news);
        if (what === 'GAP') return;
      }
    };
    const stop = this.log.follow((change) => {
      const { sequence, isAnew } = change;
      enqueue(async () => void (await tell({ sequence, what: isAnew ? 'GAP' : change })));
    });
    enqueue(async () => {
      const { after } = listener;
      if (after === null) await listener.tell({ sequence: told, what: 'BEGIN' });
      else await this.inTurn(() => replay(after));
    });
    return end;
  }

  /** Runs a replay when fewer than `REPLAYS_AT_ONCE` are running, in the order in which they came. */
  private async inTurn(replay: () => Promise<void>): Promise<void> {
    if (this.replays >= REPLAYS_AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.replays += 1;
    try {
      await replay();
    } finally {
      const next = this.waiting.shift();
      // The turn passes on.
      if (next) next();
      else this.replays -= 1;
    }
  }

  /** What happened after a change until now, as far as that is known. */
  private async *missed(after: number): AsyncGenerator<News> {
    const now = this.log.feed().sequence;
    // Another server may have been told of it before this one; further than the log it was of another log.
    if (after > now && after > (await this.log.head())) yield { sequence: now, what: 'GAP' };
    if (after >= now) return;
    if (now - after > MOST_MISSED) return yield { sequence: now, what: 'GAP' };
    for (let last = after; last < now;) {
      const read = await this.log.changesAfter(last, READ_AT_ONCE);
      if (read[0]?.sequence !== last + 1) return yield { sequence: now, what: 'GAP' };
      for (const change of read) {
        if (change.sequence > now) return;
        last = change.sequence;
        yield { sequence: last, what: change };
      }
    }
  }
}
