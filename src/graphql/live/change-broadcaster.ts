import type { ChangeEvent } from '../../store/log.js';
import { MAX_COST } from '../../cost/cost.js';
import type { Store } from '../../store/store.js';

/** The maximum number of missed changes to replay; beyond it, clients reload. */
const MAX_MISSED = 2000;
const READ_AT_ONCE = 100;
/** The cost limit of one replay: five of the most costly requests. */
const MAX_REPLAY_COST = 5 * MAX_COST;
const REPLAYS_AT_ONCE = 2;

/** The beginning, a gap, or a change. */
export interface LiveEvent {
  /** The position in the log: where the stream begins, where the gap ends, or that of the change. */
  sequence: number;
  what: 'BEGIN' | 'GAP' | ChangeEvent;
}

export interface Listener {
  /** The last change that was sent; null to begin with the next one. */
  after: number | null;
  /** Sends news, and returns its cost. Rejects where the stream is broken. */
  send(news: LiveEvent): Promise<number>;
  /** Called when nothing more can be sent. */
  fail(error: unknown): void;
  /** The maximum queue; a slower client is disconnected. */
  maxQueued: number;
}

/** Sends changes to listeners as they happen on any server, after those that they missed. */
export class ChangeBroadcaster {
  private replays = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly log: Pick<Store['log'], 'feed' | 'follow' | 'head' | 'changesAfter'>) {}

  /** Sends changes until the returned function is called. Begins with the current position. */
  listen(listener: Listener): () => void {
    let sequence = listener.after ?? this.log.feed().sequence;
    let waiting = 0;
    let isOver = false;
    let work = Promise.resolve();
    const end = () => {
      isOver = true;
      stop();
    };
    const enqueue = (job: () => Promise<void>) => {
      waiting += 1;
      if (waiting > listener.maxQueued) {
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
    const emit = async (news: LiveEvent) => {
      if (typeof news.what === 'object' && news.sequence <= sequence) return 0;
      sequence = news.sequence;
      return listener.send(news);
    };
    const replay = async (after: number) => {
      let left = MAX_REPLAY_COST;
      for await (const news of this.missed(after)) {
        if (isOver) return;
        // A client that missed too much reloads.
        const what = left < 0 ? 'GAP' : news.what;
        left -= await emit(what === 'GAP' ? { sequence: this.log.feed().sequence, what } : news);
        if (what === 'GAP') return;
      }
    };
    const stop = this.log.follow((change) => {
      const { sequence, isReset } = change;
      enqueue(async () => void (await emit({ sequence, what: isReset ? 'GAP' : change })));
    });
    enqueue(async () => {
      const { after } = listener;
      if (after === null) await listener.send({ sequence: sequence, what: 'BEGIN' });
      else await this.inTurn(() => replay(after));
    });
    return end;
  }

  /** Limits concurrent replays, first come first served. */
  private async inTurn(replay: () => Promise<void>): Promise<void> {
    if (this.replays >= REPLAYS_AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.replays += 1;
    try {
      await replay();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.replays -= 1;
    }
  }

  /** The changes after a position until now, as far as the log has them. */
  private async *missed(after: number): AsyncGenerator<LiveEvent> {
    const now = this.log.feed().sequence;
    // A position beyond the log is of another log, unless this server is behind.
    if (after > now && after > (await this.log.head())) yield { sequence: now, what: 'GAP' };
    if (after >= now) return;
    if (now - after > MAX_MISSED) return yield { sequence: now, what: 'GAP' };
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
