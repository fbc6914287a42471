import type { Alteration, Alterations } from '../dependencies.js';
import { Dependencies } from '../dependencies.js';
import type { ChangeLog } from '../log.js';
import { inTime } from '../connection/in-time.js';
import { MAX_STALENESS_MS } from '../projection/max-staleness.js';

/** Of all bytes, one thing takes at most this share. */
const LARGEST_SHARE = 1 / 32;
/** Milliseconds to wait for the position of the log before a request bypasses the cache. */
const CATCH_UP_LIMIT_MS = 2000;
/** What the last changes altered is remembered, for what was being made meanwhile. */
const MOST_RECENT = 500;

/** Something that was made from what is published. */
export interface Keepable {
  readonly dependencies: Dependencies;
  /** Bytes that it takes in memory, about. */
  size: number;
}

interface Held<T> {
  key: string;
  value: T;
  /** Whether it was asked for since it came to its place in the order. */
  isAsked: boolean;
}

/**
 * What was made from what is published, by its keys, within bounds: what has stood there the longest gives way, and
 * begins anew where it was asked for meanwhile. A change takes back exactly what depends on what it alters.
 * Until it is closed it follows the log.
 */
export class Kept<T extends Keepable> {
  /** In the order in which they give way. */
  private readonly byKey = new Map<string, Held<T>>();
  private readonly byTag = new Map<string, Set<Held<T>>>();
  private readonly recent: { clock: number; altered: Alterations }[] = [];
  private changes = 0;
  private size = 0;

  /** Follows the log no longer: what is kept is not to be used any more. */
  readonly close: () => void;

  constructor(
    private readonly mostBytes: number,
    private readonly log: Pick<ChangeLog, 'watch' | 'feed' | 'catchUp'>,
  ) {
    this.close = log.watch((altered) => this.take(altered));
  }

  /** Whether the last known position of the log is recent enough to serve what depends on it. */
  get isFresh(): boolean {
    return performance.now() - this.log.feed().syncedAt < MAX_STALENESS_MS;
  }

  /** Catches up with the log where `isFresh` is false. Returns whether that succeeded; else values must not be served. */
  async refresh(): Promise<boolean> {
    if (this.isFresh) return true;
    if (this.log.feed().isFailing) return false;
    const timedOut = () => new Error('The position of the log was not read in time.');
    return inTime(this.log.catchUp(), CATCH_UP_LIMIT_MS, timedOut).then(
      () => true,
      () => false,
    );
  }

  /** Moves on with every change. */
  get clock(): number {
    return this.changes;
  }

  /** For something that is to be made: what it depends on, with nothing noted yet. */
  noDependencies(): Dependencies {
    return new Dependencies();
  }

  /** How much there is, and the bytes that it takes, about. */
  get held(): { count: number; bytes: number } {
    return { count: this.byKey.size, bytes: this.size };
  }

  /** What is kept under a key. That it was asked for is only noted: to change the order takes longer than to find it. */
  get(key: string): T | undefined {
    const kept = this.byKey.get(key);
    if (!kept) return undefined;
    kept.isAsked = true;
    return kept.value;
  }

  /** Whether something whose making began when the clock stood so holds still. */
  isCurrent({ dependencies }: T, begun: number): boolean {
    if (begun === this.changes) return true;
    const since = this.recent.filter(({ clock }) => clock > begun);
    if (since.length < this.changes - begun) return false;
    return since.every(
      ({ altered }) => altered !== 'EVERYTHING' && !altered.some((alteration) => dependencies.isAlteredBy(alteration)),
    );
  }

  /** Keeps what is current, unless it is too large. */
  put(key: string, value: T): void {
    this.drop(this.byKey.get(key));
    if (measureSize({ key, value }) > this.mostBytes * LARGEST_SHARE) return;
    const kept = { key, value, isAsked: true };
    this.byKey.set(key, kept);
    this.size += measureSize(kept);
    for (const tag of value.dependencies.tags.keys()) {
      const others = this.byTag.get(tag);
      if (others) others.add(kept);
      else this.byTag.set(tag, new Set([kept]));
    }
    this.makeRoom();
  }

  /** Counts bytes that something takes more than before. */
  grow(key: string, value: T, bytes: number): void {
    const isKept = this.byKey.get(key)?.value === value;
    if (isKept) this.size += bytes;
    value.size += bytes;
    if (isKept) this.makeRoom();
  }

  /** Takes back everything, what is being made included. */
  forget(): void {
    this.take('EVERYTHING');
  }

  /** Takes back what a change alters. */
  private take(altered: Alterations): void {
    this.changes += 1;
    this.recent.push({ clock: this.changes, altered });
    if (this.recent.length > MOST_RECENT) this.recent.shift();
    if (altered === 'EVERYTHING') this.clear();
    else for (const alteration of altered) this.takeBack(alteration);
  }

  private takeBack(alteration: Alteration): void {
    for (const kept of this.byTag.get(alteration.tag) ?? []) {
      if (kept.value.dependencies.isAlteredBy(alteration)) this.drop(kept);
    }
  }

  private clear(): void {
    this.byKey.clear();
    this.byTag.clear();
    this.size = 0;
  }

  private makeRoom(): void {
    // What is put at the end comes again.
    for (const kept of this.byKey.values()) {
      if (this.size <= this.mostBytes) return;
      if (!kept.isAsked) {
        this.drop(kept);
        continue;
      }
      kept.isAsked = false;
      this.byKey.delete(kept.key);
      this.byKey.set(kept.key, kept);
    }
  }

  private drop(kept: Held<T> | undefined): void {
    if (!kept) return;
    this.byKey.delete(kept.key);
    this.size -= measureSize(kept);
    for (const tag of kept.value.dependencies.tags.keys()) {
      const others = this.byTag.get(tag)!;
      others.delete(kept);
      if (others.size === 0) this.byTag.delete(tag);
    }
  }
}

function measureSize({ key, value }: Pick<Held<Keepable>, 'key' | 'value'>): number {
  return key.length + value.size;
}
