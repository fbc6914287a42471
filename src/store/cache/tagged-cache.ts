import type { ChangeLog } from '../change-log.js';
import { MAX_STALENESS_MS } from '../projection/max-staleness.js';
import { Dependencies, type Invalidation, type Invalidations } from './dependencies.js';

/** Maximum size of a value, as a share of the cache size. */
const MAX_VALUE_SHARE = 1 / 32;
/** Number of recent invalidations to store. A value whose load started before the oldest of them is not cached. */
const MAX_RECENT_INVALIDATIONS = 500;
/** Maximum number of callers that wait for one load. */
const MAX_WAITERS = 1000;

interface Slot<T> {
  key: string;
  value: T;
  dependencies: Dependencies;
  bytes: number;
  /** Whether the value was read since the clock hand last passed it. */
  isReferenced: boolean;
}

/** Callback for a loaded value; null if the value cannot be shared. */
type Waiter<T> = (value: T | null) => void;

/**
 * A size-bounded cache of values derived from published content, with CLOCK eviction. A change invalidates the values
 * that depend on it. Follows the log until closed.
 */
export class TaggedCache<T> {
  /** Slots of the cached values, keyed by cache key, in clock order. */
  private readonly slots = new Map<string, Slot<T>>();
  private readonly slotsByTag = new Map<string, Set<Slot<T>>>();
  private readonly recentInvalidations: { generation: number; invalidations: Invalidations }[] = [];
  private invalidationCount = 0;
  private bytes = 0;
  /** `syncedAt` of the log when `refresh` last failed, else null. `refresh` fails at once until `syncedAt` changes. */
  private failedSyncedAt: number | null = null;

  /** Stops following the log. The cache must not be used afterwards. */
  readonly close: () => void;

  constructor(
    private readonly maxBytes: number,
    private readonly log: Pick<ChangeLog, 'onInvalidations' | 'feedState' | 'catchUp'>,
  ) {
    this.close = log.onInvalidations((invalidations) => this.invalidate(invalidations));
  }

  /** Whether the last synchronisation with the log is recent enough to serve cached values. */
  get isFresh(): boolean {
    return performance.now() - this.log.feedState().syncedAt < MAX_STALENESS_MS;
  }

  get generation(): number {
    return this.invalidationCount;
  }

  /** Number of cached values, and their estimated size in bytes. */
  get stats(): { count: number; bytes: number } {
    return { count: this.slots.size, bytes: this.bytes };
  }

  /** Catches up with the log unless `isFresh`. If it returns false, the values of the cache must not be served. */
  async refresh(): Promise<boolean> {
    if (this.isFresh) return true;
    const { isFailing, syncedAt } = this.log.feedState();
    if (isFailing || syncedAt === this.failedSyncedAt) return false;
    try {
      await this.log.catchUp();
      return true;
    } catch {
      this.failedSyncedAt = syncedAt;
      return false;
    }
  }

  /** Returns the value of a key; undefined if there is none. A hit only sets `isReferenced`, which is O(1). */
  get(key: string): T | undefined {
    const slot = this.slots.get(key);
    if (!slot) return undefined;
    slot.isReferenced = true;
    return slot.value;
  }

  /** Returns a pending load of the value of a key. The caller loads the value and completes it. */
  beginLoad(key: string): PendingLoad<T> {
    return new PendingLoad(this, key);
  }

  /** Whether no invalidation after a generation affects these dependencies. */
  isValidSince(dependencies: Dependencies, generation: number): boolean {
    if (generation === this.invalidationCount) return true;
    const laterEntries = this.recentInvalidations.filter((entry) => entry.generation > generation);
    if (laterEntries.length < this.invalidationCount - generation) return false;
    return laterEntries.every(
      ({ invalidations }) =>
        invalidations !== 'EVERYTHING' &&
        !invalidations.some((invalidation) => dependencies.isInvalidatedBy(invalidation)),
    );
  }

  /** Stores a value unless it is too large. `valueBytes` is its estimated memory without key and dependencies. */
  set(key: string, value: T, dependencies: Dependencies, valueBytes: number): void {
    this.delete(this.slots.get(key));
    const bytes = key.length + valueBytes + dependencies.byteSize;
    if (bytes > this.maxBytes * MAX_VALUE_SHARE) return;
    const slot = { key, value, dependencies, bytes, isReferenced: true };
    this.slots.set(key, slot);
    this.bytes += bytes;
    for (const tag of dependencies.tags.keys()) {
      const slots = this.slotsByTag.get(tag);
      if (slots) slots.add(slot);
      else this.slotsByTag.set(tag, new Set([slot]));
    }
    this.evict();
  }

  /** Adds to the size of a value, if the key still has this value. */
  addBytes(key: string, value: T, bytes: number): void {
    const slot = this.slots.get(key);
    if (slot?.value !== value) return;
    slot.bytes += bytes;
    this.bytes += bytes;
    this.evict();
  }

  /** Removes the values that depend on a change. Values whose load started before it are not stored. */
  invalidate(invalidations: Invalidations): void {
    this.invalidationCount += 1;
    this.recentInvalidations.push({ generation: this.invalidationCount, invalidations });
    if (this.recentInvalidations.length > MAX_RECENT_INVALIDATIONS) this.recentInvalidations.shift();
    if (invalidations === 'EVERYTHING') this.clear();
    else for (const invalidation of invalidations) this.deleteAffectedSlots(invalidation);
  }

  private deleteAffectedSlots(invalidation: Invalidation): void {
    for (const slot of this.slotsByTag.get(invalidation.tag) ?? []) {
      if (slot.dependencies.isInvalidatedBy(invalidation)) this.delete(slot);
    }
  }

  private clear(): void {
    this.slots.clear();
    this.slotsByTag.clear();
    this.bytes = 0;
  }

  private evict(): void {
    // A referenced value loses its mark and moves to the end, where the loop visits it again.
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
      const slots = this.slotsByTag.get(tag)!;
      slots.delete(slot);
      if (slots.size === 0) this.slotsByTag.delete(tag);
    }
  }
}

/** A value that is being loaded into a cache, and its waiting callers. */
export class PendingLoad<T> {
  private readonly generation: number;
  private readonly waiters: Waiter<T>[] = [];
  private isSettled = false;
  /** Dependencies of the value; null until `track` is called. */
  dependencies: Dependencies | null = null;

  constructor(
    private readonly cache: TaggedCache<T>,
    readonly key: string,
  ) {
    this.generation = cache.generation;
  }

  /** Returns the dependency collector of the value. The value is stored only if this was called. */
  track(): Dependencies {
    return (this.dependencies ??= new Dependencies());
  }

  /** Registers a waiter for the value. Returns false if the load is stale, has ended, or has too many waiters. */
  join(waiter: Waiter<T>): boolean {
    const isStale = this.generation !== this.cache.generation;
    if (isStale || this.isSettled || this.waiters.length >= MAX_WAITERS) return false;
    this.waiters.push(waiter);
    return true;
  }

  /**
   * Stores the loaded value and passes it to the waiters. Returns false, and passes null, if its dependencies are
   * unknown or were invalidated during the load.
   */
  complete(value: T, valueBytes: number): boolean {
    const { dependencies } = this;
    const isStored = dependencies?.isCacheable === true && this.cache.isValidSince(dependencies, this.generation);
    if (isStored) this.cache.set(this.key, value, dependencies, valueBytes);
    this.settle(isStored ? value : null);
    return isStored;
  }

  /** Ends the load without a value. The waiters receive null. */
  abandon(): void {
    this.settle(null);
  }

  private settle(value: T | null): void {
    if (this.isSettled) return;
    this.isSettled = true;
    for (const waiter of this.waiters) waiter(value);
  }
}
