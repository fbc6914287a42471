import type { ChangeNotice } from '../../store/log.js';
import type { Store } from '../../store/store.js';

/** Changes that are read again at most for whoever comes back; who missed more reads all anew. */
const MOST_MISSED = 2000;
const READ_AT_ONCE = 100;

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
  /** Tells it; rejects where it cannot be told any more. */
  tell(news: News): Promise<void>;
  /** Is told that there will be no more, for want of a way to tell it. */
  fail(error: unknown): void;
  /** Waiting news at most; who has more is too slow. */
  mostWaiting: number;
}

/** Tells whoever listens of changes as they happen, whichever server made them, and before that of what was missed. */
export class LiveNews {
  constructor(private readonly log: Store['log']) {}

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
      if (typeof news.what === 'object' && news.sequence <= told) return;
      told = news.sequence;
      await listener.tell(news);
    };
    const stop = this.log.follow((change) => {
      const { sequence, isAnew } = change;
      enqueue(() => tell({ sequence, what: isAnew ? 'GAP' : change }));
    });
    enqueue(async () => {
      if (listener.after === null) return listener.tell({ sequence: told, what: 'BEGIN' });
      for await (const news of this.missed(listener.after)) if (!isOver) await tell(news);
    });
    return end;
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
