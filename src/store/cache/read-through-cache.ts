import type { Dependencies } from './dependencies.js';
import type { PendingLoad, TaggedCache } from './tagged-cache.js';

const OBJECT_BYTES = 64;
const SLOT_BYTES = 16;

/** Estimated memory of a cached value in bytes, without its contents: objects and map slots. */
const OVERHEAD_BYTES = 400;

/** Key prefix, loader and dependency tracker for reading several values. */
interface BatchLoader<T> {
  /** Prefix of the cache keys; the name follows. */
  prefix: string;
  /** Loads values, in the order of the names. */
  load: (names: readonly string[]) => Promise<readonly T[]>;
  /** Collects the dependencies of a loaded value. */
  track: (name: string, value: T, dependencies: Dependencies) => void;
}

/** A read-through cache: returns cached values, and loads and stores missing ones. Values are shared, and frozen. */
export class ReadThroughCache {
  constructor(private readonly cache: TaggedCache<unknown>) {}

  async getOrRead<T>(
    key: string,
    load: () => Promise<T>,
    track: (value: T, dependencies: Dependencies) => void,
  ): Promise<T> {
    const [value] = await this.getOrLoadMany<T>([''], {
      prefix: key,
      load: async () => [await load()],
      track: (_name, loadedValue, dependencies) => track(loadedValue, dependencies),
    });
    return value!;
  }

  /** Returns values in the order of the names. Loads all missing ones in one call. */
  async getOrLoadMany<T>(names: readonly string[], { prefix, load, track }: BatchLoader<T>): Promise<T[]> {
    const isFresh = this.cache.isFresh || (await this.cache.refresh());
    const values = new Map<string, T>();
    for (const name of isFresh ? names : []) {
      const cachedValue = this.cache.get(`${prefix} ${name}`);
      if (cachedValue !== undefined) values.set(name, cachedValue as T);
    }
    const missingNames = names.filter((name) => !values.has(name));
    if (missingNames.length > 0) {
      const pendingLoads = missingNames.map((name) => this.cache.beginLoad(`${prefix} ${name}`));
      const loadedValues = await load(missingNames);
      for (const [index, name] of missingNames.entries()) {
        values.set(name, loadedValues[index]!);
        this.store(pendingLoads[index]!, loadedValues[index], (dependencies) =>
          track(name, loadedValues[index]!, dependencies),
        );
      }
    }
    return names.map((name) => values.get(name)!);
  }

  private store(pendingLoad: PendingLoad<unknown>, value: unknown, track: (dependencies: Dependencies) => void): void {
    const dependencies = pendingLoad.track();
    track(dependencies);
    // Untracked values can be large. Estimating their size would be slow.
    if (!dependencies.isCacheable) return;
    if (pendingLoad.complete(value, OVERHEAD_BYTES + estimateBytes(value))) deepFreeze(value);
  }
}

/** Returns an upper estimate of the memory of a value, in bytes. */
function estimateBytes(value: unknown): number {
  if (typeof value === 'string') return OBJECT_BYTES + 2 * value.length;
  if (typeof value !== 'object' || value === null) return SLOT_BYTES;
  let bytes = OBJECT_BYTES;
  const items = value instanceof Map || value instanceof Set ? [...value] : Object.values(value);
  for (const item of items) bytes += SLOT_BYTES + estimateBytes(item);
  return bytes;
}

/** Freezes a value recursively, so that callers can share it. */
function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  const items = value instanceof Map ? value.values() : Object.values(value);
  for (const item of items) deepFreeze(item);
}
