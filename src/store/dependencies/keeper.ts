import { Dependencies } from '../dependencies.js';
import { estimateBytes } from './estimate-bytes.js';
import { freeze } from './freeze.js';
import type { Kept } from './kept.js';

/** Of what is kept beside what it holds: objects, and places in maps. */
const OVERHEAD = 400;

/** Something that was read, and what it depends on. */
export interface Read {
  value: unknown;
  dependencies: Dependencies;
  size: number;
}

/** Notes what something that was read depends on. */
type Note<T> = (value: T, into: Dependencies) => void;

/** Keeps what is read, and gives it until a change alters it. What is given is shared, and cannot be changed. */
export class Keeper {
  constructor(private readonly kept: Kept<Read>) {}

  /** What is kept under a key; undefined where nothing is, or where it may be stale. */
  known(key: string): unknown {
    return this.kept.isFresh ? this.kept.get(key)?.value : undefined;
  }

  /** What is kept under a key, or is read now. */
  async one<T>(key: string, read: () => Promise<T>, note: Note<T>): Promise<T> {
    if (!this.kept.isFresh && !(await this.kept.refresh())) return read();
    const known = this.kept.get(key);
    if (known) return known.value as T;
    const begun = this.kept.clock;
    const value = await read();
    this.keep(key, value, begun, (into) => note(value, into));
    return value;
  }

  /** The same for each of several, of which those that are not kept are read together. */
  async each<T>(
    names: readonly string[],
    {
      key,
      read,
      note,
    }: {
      key: string;
      read: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>;
      note: (name: string, value: T, into: Dependencies) => void;
    },
  ): Promise<T[]> {
    const isFresh = this.kept.isFresh || (await this.kept.refresh());
    const known = new Map(!isFresh ? [] : names.map((name) => [name, this.kept.get(`${key} ${name}`)]));
    const missing = names.filter((name) => known.get(name) === undefined);
    const begun = this.kept.clock;
    const found = missing.length > 0 ? await read(missing) : new Map<string, T>();
    for (const [name, value] of found) this.keep(`${key} ${name}`, value, begun, (into) => note(name, value, into));
    return names.map((name) => {
      const kept = known.get(name);
      return kept ? (kept.value as T) : found.get(name)!;
    });
  }

  /** Keeps what was read, unless a change overtook it. */
  private keep(key: string, value: unknown, begun: number, note: (into: Dependencies) => void): void {
    const dependencies = new Dependencies();
    note(dependencies);
    if (!dependencies.isComplete) return;
    const read = { value, dependencies, size: OVERHEAD + estimateBytes(value) + dependencies.size };
    if (!this.kept.isCurrent(read, begun)) return;
    freeze(value);
    this.kept.put(key, read);
  }
}
