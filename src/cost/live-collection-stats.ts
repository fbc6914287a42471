import { setTimeout as pause } from 'node:timers/promises';
import type { Model } from '../model/model.js';
import type { View } from '../model/visibility.js';
import type { LiveAreaIndex } from '../reading/live-area-index.js';
import type { Store } from '../store/store.js';
import type { ChangeConsumer } from '../store/change-consumer.js';
import { CollectionStats } from './collection-stats.js';
import { countEntriesAndFigures } from './count-entries-and-figures.js';

/** Minimum delay between a change and the next count, in milliseconds. */
const DEBOUNCE_MS = 250;
/** Maximum share of the time that is spent counting. */
const MAX_COUNTING_SHARE = 1 / 20;

/** Statistics by view. They are separate, so that costs do not reveal to readers how many drafts exist. */
type Stats = Readonly<Record<'published' | 'preview', CollectionStats>>;

/** Statistics of the current content, counted at startup and after changes, never during a request. */
export class LiveCollectionStats {
  private stats: Stats = { published: CollectionStats.unknown, preview: CollectionStats.unknown };
  private readonly consumer: ChangeConsumer;
  private pauseMs = 0;
  /** Aborts the pause before a count. */
  private pauseAbort = new AbortController();
  private isClosed = false;

  /** @param onError like that of `ChangeLog.consume`; after a failed count, the last statistics remain in use */
  constructor(
    consume: Store['log']['consume'],
    private readonly countAll: () => Promise<Stats>,
    onError: (error: unknown) => void,
  ) {
    this.consumer = consume(() => this.count(), onError);
  }

  forView({ preview }: Pick<View, 'preview'>): CollectionStats {
    return this.stats[preview ? 'preview' : 'published'];
  }

  /** Counts without delay. Resolves when all changes so far are counted. */
  async waitUntilCounted(): Promise<void> {
    this.pauseAbort.abort();
    await this.consumer.waitUntilIdle();
    this.pauseAbort = new AbortController();
  }

  /** Stops counting. Resolves after the current count. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.pauseAbort.abort();
    await this.consumer.close();
  }

  private async count(): Promise<void> {
    const { signal } = this.pauseAbort;
    await pause(this.pauseMs, undefined, { signal, ref: false }).catch(() => {});
    if (this.isClosed) return;
    const started = performance.now();
    this.stats = await this.countAll();
    this.pauseMs = Math.max(DEBOUNCE_MS, (performance.now() - started) / MAX_COUNTING_SHARE);
  }
}

/** Starts counting the entries and figures of a store: immediately, and after changes, with pauses. */
export function startCounting(
  { store, areas, model }: { store: Pick<Store, 'entries' | 'figures' | 'log'>; areas: LiveAreaIndex; model: Model },
  onError: (error: unknown) => void,
): LiveCollectionStats {
  const countAll = async () => {
    const { published, withDrafts, figures } = await countEntriesAndFigures(store, model);
    const [current, inPreview] = [areas.current, areas.inPreview.current];
    return {
      published: new CollectionStats(published, figures, (code) => current.byCode(code)?.kind),
      preview: new CollectionStats(withDrafts, figures, (code) => inPreview.byCode(code)?.kind),
    };
  };
  return new LiveCollectionStats((onChanges, onFailure) => store.log.consume(onChanges, onFailure), countAll, onError);
}
