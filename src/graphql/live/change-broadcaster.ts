import type { ChangeEvent } from '../../store/change-log.js';
import { MAX_COST } from '../../cost/cost-limiter.js';
import type { Store } from '../../store/store.js';

/** Maximum number of missed changes to replay. A client that missed more must reload. */
const MAX_MISSED_CHANGES = 2000;
const CHANGES_PER_READ = 100;
/** Maximum cost of one replay: five times the maximum cost of a request. */
const MAX_REPLAY_COST = 5 * MAX_COST;
const MAX_CONCURRENT_REPLAYS = 2;

/** An event of a change stream: its start, a gap, or a change. */
export interface LiveEvent {
  /** Sequence number of the change. For BEGIN and GAP, the one after which the stream continues. */
  sequence: number;
  payload: 'BEGIN' | 'GAP' | ChangeEvent;
}

export interface ChangeListener {
  /** Sequence number of the last change that the client received; null to start with the next one. */
  after: number | null;
  /** Sends an event, and resolves with its cost. Rejects if the connection is broken. */
  send(event: LiveEvent): Promise<number>;
  /** Called if the stream ends because of an error. */
  fail(error: unknown): void;
  /** Maximum number of queued events; a slower client is disconnected. */
  maxQueued: number;
}

/** Sends changes made on any server to listeners. First replays the changes that a listener missed. */
export class ChangeBroadcaster {
  private activeReplays = 0;
  private readonly waitingReplays: (() => void)[] = [];

  constructor(private readonly log: Pick<Store['log'], 'feedState' | 'follow' | 'head' | 'changesAfter'>) {}

  /** Sends changes to a listener until the returned function is called. */
  listen(listener: ChangeListener): () => void {
    let sequence = listener.after ?? this.log.feedState().sequence;
    let queuedJobs = 0;
    let isOver = false;
    let lastJob = Promise.resolve();
    const end = () => {
      isOver = true;
      stop();
    };
    const enqueue = (job: () => Promise<void>) => {
      queuedJobs += 1;
      if (queuedJobs > listener.maxQueued) {
        end();
        return listener.fail(new Error('too slow'));
      }
      lastJob = lastJob.then(async () => {
        queuedJobs -= 1;
        if (!isOver) await job();
      });
      lastJob = lastJob.catch((error: unknown) => {
        end();
        listener.fail(error);
      });
    };
    const emit = async (event: LiveEvent) => {
      if (typeof event.payload === 'object' && event.sequence <= sequence) return 0;
      sequence = event.sequence;
      return listener.send(event);
    };
    const replay = async (after: number) => {
      let budget = MAX_REPLAY_COST;
      for await (const event of this.missedEvents(after)) {
        if (isOver) return;
        // A client whose replay would exceed the cost limit must reload.
        const payload = budget < 0 ? 'GAP' : event.payload;
        budget -= await emit(payload === 'GAP' ? { sequence: this.log.feedState().sequence, payload } : event);
        if (payload === 'GAP') return;
      }
    };
    const stop = this.log.follow((change) => {
      const { sequence, isReset } = change;
      enqueue(async () => void (await emit({ sequence, payload: isReset ? 'GAP' : change })));
    });
    enqueue(async () => {
      const { after } = listener;
      if (after === null) await listener.send({ sequence, payload: 'BEGIN' });
      else await this.limitReplays(() => replay(after));
    });
    return end;
  }

  /** Runs a replay. Limits the number of concurrent replays; the others wait in a FIFO queue. */
  private async limitReplays(replay: () => Promise<void>): Promise<void> {
    if (this.activeReplays >= MAX_CONCURRENT_REPLAYS)
      await new Promise<void>((resolve) => this.waitingReplays.push(resolve));
    else this.activeReplays += 1;
    try {
      await replay();
    } finally {
      const next = this.waitingReplays.shift();
      if (next) next();
      else this.activeReplays -= 1;
    }
  }

  /** Yields the changes after a sequence number, up to the end of the feed; GAP if some are not available. */
  private async *missedEvents(after: number): AsyncGenerator<LiveEvent> {
    const head = this.log.feedState().sequence;
    // A sequence number beyond the end of the log comes from another database, unless this server lags behind.
    if (after > head && after > (await this.log.head())) yield { sequence: head, payload: 'GAP' };
    if (after >= head) return;
    if (head - after > MAX_MISSED_CHANGES) return yield { sequence: head, payload: 'GAP' };
    for (let last = after; last < head;) {
      const changes = await this.log.changesAfter(last, CHANGES_PER_READ);
      if (changes[0]?.sequence !== last + 1) return yield { sequence: head, payload: 'GAP' };
      for (const change of changes) {
        if (change.sequence > head) return;
        last = change.sequence;
        yield { sequence: last, payload: change };
      }
    }
  }
}
