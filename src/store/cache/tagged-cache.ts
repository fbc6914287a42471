import type { ChangeLog } from '../log.js';
import { MAX_STALENESS_MS } from '../projection/max-staleness.js';
import type { Invalidation, Invalidations } from './dependencies.js';
import { Dependencies } from './dependencies.js';

/** The largest share of the cache's size that one value may take. */
const MAX_VALUE_SHARE = 1 / 32;
/** How many invalidations are remembered, for values whose load began before them. */
const MAX_RECENT = 500;
/** How many callers may wait for one load. */
const MAX_WAITERS = 1000;

interface Slot<T> {
  key: string;
  value: T;
  dependencies: Dependencies;
  bytes: number;
  /** Whether the value was read since the clock hand last passed it. */
  isReferenced: boolean;
}

/** Receives a loaded value; null where it cannot be shared. */
type Waiter<T> = (value: T | null) => void;

/**
 * A size-bounded cache of values made from published content, with CLOCK eviction. A change invalidates the values
 * tagged with what it changes. Follows the log until closed.
 */
export class TaggedCache<T> {
  /** In the order in which the clock hand passes them. */
  private readonly slots = new Map<string, Slot<T>>();
  private readonly byTag = new Map<string, Set<Slot<T>>>();
  private readonly recent: { generation: number; invalidations: Invalidations }[] = [];
  private invalidationCount = 0;
  private bytes = 0;
  /** `syncedAt` of the log when `refresh` last failed. Until it moves, `refresh` does not wait again. */
  private failedSyncedAt: number | null = null;

  /** Stops following the log. The cache must not be used any more. */
  readonly close: () => void;

  constructor(
    private readonly maxBytes: number,
    private readonly log: Pick<ChangeLog, 'watch' | 'feed' | 'catchUp'>,
  ) {
    this.close = log.watch((invalidations) => this.invalidate(invalidations));
  }

  /** Whether the last known position of the log is recent enough to serve what depends on it. */
  get isFresh(): boolean {
    return performance.now() - this.log.feed().syncedAt < MAX_STALENESS_MS;
  }

  get generation(): number {
    return this.invalidationCount;
  }

  /** The number of values and an estimate of their bytes. */
  get stats(): { count: number; bytes: number } {
    return { count: this.slots.size, bytes: this.bytes };
  }

  /** Catches up with the log where `isFresh` is false. Returns whether that succeeded; else values must not be served. */
  async refresh(): Promise<boolean> {
    if (this.isFresh) return true;
    const { isFailing, syncedAt } = this.log.feed();
    if (isFailing || syncedAt === this.failedSyncedAt) return false;
    try {
      await this.log.catchUp();
      return true;
    } catch {
      this.failedSyncedAt = syncedAt;
      return false;
    }
  }

  /** The value of a key. A hit only marks it as referenced: moving it would take longer than finding it. */
  get(key: string): T | undefined {
    const slot = this.slots.get(key);
    if (!slot) return undefined;
    slot.isReferenced = true;
    return slot.value;
  }

  /** Begins to load the value of a key. */
  load(key: string): PendingLoad<T> {
    return new PendingLoad(this, key);
  }

  /** Whether no invalidation since a generation affects these dependencies. */
  isValidSince(dependencies: Dependencies, generation: number): boolean {
    if (generation === this.invalidationCount) return true;
    const since = this.recent.filter((each) => each.generation > generation);
    if (since.length < this.invalidationCount - generation) return false;
    return since.every(
      ({ invalidations }) =>
        invalidations !== 'EVERYTHING' && !invalidations.some((each) => dependencies.isInvalidatedBy(each)),
    );
  }

  /** Stores a value unless it is too large. @param valueBytes an estimate of its memory, without key and dependencies */
  set(key: string, value: T, dependencies: Dependencies, valueBytes: number): void {
    this.delete(this.slots.get(key));
    const bytes = key.length + valueBytes + dependencies.size;
    if (bytes > this.maxBytes * MAX_VALUE_SHARE) return;
    const slot = { key, value, dependencies, bytes, isReferenced: true };
    this.slots.set(key, slot);
    this.bytes += bytes;
    for (const tag of dependencies.tags.keys()) {
      const others = this.byTag.get(tag);
      if (others) others.add(slot);
      else this.byTag.set(tag, new Set([slot]));
    }
    this.evict();
  }

  /** Adds to the size of a value, where the key still has that value. */
  addBytes(key: string, value: T, bytes: number): void {
    const slot = this.slots.get(key);
    if (slot?.value !== value) return;
    slot.bytes += bytes;
    this.bytes += bytes;
    this.evict();
  }

  /** Removes values that depend on a change, and prevents storing those whose load began before it. */
  invalidate(invalidations: Invalidations): void {
    this.invalidationCount += 1;
    this.recent.push({ generation: this.invalidationCount, invalidations });
    if (this.recent.length > MAX_RECENT) this.recent.shift();
    if (invalidations === 'EVERYTHING') this.clear();
    else for (const each of invalidations) this.deleteAffected(each);
  }

  private deleteAffected(invalidation: Invalidation): void {
    for (const slot of this.byTag.get(invalidation.tag) ?? []) {
      if (slot.dependencies.isInvalidatedBy(invalidation)) this.delete(slot);
    }
  }

  private clear(): void {
    this.slots.clear();
    this.byTag.clear();
    this.bytes = 0;
  }

  private evict(): void {
    // A referenced value goes to the end, where the loop meets it again.
    for (const slot of this.slots.values()) {
      if (this.bytes <= this.maxBytes) return;
      if (!slot.isReferenced) {
        this.delete(slot);
        continue;
      }
      slot.isReferenced = false;
      this.slots.delete(slot.key);
      this.slots.set(slot.key, slot);
    }
  }

  private delete(slot: Slot<T> | undefined): void {
    if (!slot) return;
    this.slots.delete(slot.key);
    this.bytes -= slot.bytes;
    for (const tag of slot.dependencies.tags.keys()) {
      const others = this.byTag.get(tag)!;
      others.delete(slot);
      if (others.size === 0) this.byTag.delete(tag);
    }
  }
}

/** A value that is being loaded into a cache, and the callers that wait for it. */
export class PendingLoad<T> {
  private readonly generation: number;
  private readonly waiters: Waiter<T>[] = [];
  private isSettled = false;
  /** What the value depends on; null until `track` is called. */
  dependencies: Dependencies | null = null;

  constructor(
    private readonly cache: TaggedCache<T>,
    readonly key: string,
  ) {
    this.generation = cache.generation;
  }

  /** Where to note what the value depends on. Without a call, the value is not stored. */
  track(): Dependencies {
    return (this.dependencies ??= new Dependencies());
  }

  /** Waits for the value. Returns false where a change came since the load began, it has ended, or too many wait. */
  join(waiter: Waiter<T>): boolean {
    const isStale = this.generation !== this.cache.generation;
    if (isStale || this.isSettled || this.waiters.length >= MAX_WAITERS) return false;
    this.waiters.push(waiter);
    return true;
  }

  /**
   * Stores the loaded value and passes it to the waiters, unless dependencies are unknown or an invalidation overtook
   * it. Returns whether it did.
   */
  complete(value: T, valueBytes: number): boolean {
    const { dependencies } = this;
    const isShared = dependencies?.isComplete === true && this.cache.isValidSince(dependencies, this.generation);
    if (isShared) this.cache.set(this.key, value, dependencies, valueBytes);
    this.settle(isShared ? value : null);
    return isShared;
  }

  /** Ends the load without a value to share. */
  abandon(): void {
    this.settle(null);
  }

  private settle(value: T | null): void {
    if (this.isSettled) return;
    this.isSettled = true;
    for (const waiter of this.waiters) waiter(value);
  }
}
