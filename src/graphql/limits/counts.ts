import type { View } from '../../model/view.js';
import type { Store } from '../../store/store.js';
import type { Areas } from '../../reading/areas.js';
import { Sizes } from './sizes.js';

/** A count is made at the earliest so long after a change. */
const SOONEST_MS = 250;
/** After a count that failed, the next is made so long afterwards. */
const AGAIN_MS = 5000;
/** Counting takes at most this share of the time. */
const SHARE = 1 / 20;

/** How much there is of everything, counted at the start and again when something changed. */
export class Counts {
  private sizes = { published: Sizes.unknown, withDrafts: Sizes.unknown };
  private pauseMs = 0;
  private isFailing = false;
  private timer: NodeJS.Timeout | null = null;
  private counting: Promise<void> | null = null;
  private isClosed = false;
  private stopFollowing = () => {};

  private constructor(
    private readonly store: Pick<Store, 'counts' | 'log'>,
    private readonly areas: Areas,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /**
   * Starts counting, and counts again when the feed tells of changes: never for a request, and the more there is to
   * count the more seldom. Until the first count is made, pages are taken to be full.
   *
   * @param onTrouble is told why nothing can be counted, once for a row of failures, and null once it can again; meanwhile
   * the last count holds
   */
  static start(store: Pick<Store, 'counts' | 'log'>, areas: Areas, onTrouble: (error: unknown) => void): Counts {
    const counts = new Counts(store, areas, onTrouble);
    counts.stopFollowing = store.log.follow(() => counts.countIn(SOONEST_MS));
    counts.countIn(0);
    return counts;
  }

  /** What there is for a view: nobody else is to be told how many drafts there are. */
  of({ preview }: Pick<View, 'preview'>): Sizes {
    return preview ? this.sizes.withDrafts : this.sizes.published;
  }

  /** Resolves when what has changed until now is counted. */
  async settled(): Promise<void> {
    while (this.timer || this.counting) {
      if (this.timer) await this.count();
      else await this.counting;
    }
  }

  /** Stops counting; what is under way is finished first. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.stopFollowing();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.counting;
  }

  private countIn(milliseconds: number): void {
    if (this.isClosed || this.timer) return;
    this.timer = setTimeout(() => void this.count(), Math.max(milliseconds, this.pauseMs)).unref();
  }

  /** Counts once what is under way is counted; what changes until then asks for no other count. */
  private async count(): Promise<void> {
    await this.counting;
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    const started = performance.now();
    this.counting = this.read()
      .then(() => {
        if (this.isFailing) this.onTrouble(null);
        this.isFailing = false;
      })
      .catch((error: unknown) => {
        if (!this.isFailing) this.onTrouble(error);
        this.isFailing = true;
        this.countIn(AGAIN_MS);
      })
      .finally(() => {
        this.counting = null;
        this.pauseMs = (performance.now() - started) / SHARE;
      });
    await this.counting;
  }

  private async read(): Promise<void> {
    const { published, withDrafts, figures } = await this.store.counts();
    const [current, inPreview] = [this.areas.current, this.areas.inPreview.current];
    this.sizes = {
      published: new Sizes({ kinds: published, figures }, (code) => current.byCode(code)?.kind),
      withDrafts: new Sizes({ kinds: withDrafts, figures }, (code) => inPreview.byCode(code)?.kind),
    };
  }
}
