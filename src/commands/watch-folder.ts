import type { FSWatcher } from 'node:fs';
import { readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError, systemFault } from '../errors.js';
import { printable } from '../records/wording.js';

/** Editors write a file in several steps; so long after the last of them it is read. */
const SETTLE_MS = 150;

/**
 * Does the work now and each time that something in a folder, or in a folder in it, has changed, one after the other,
 * until it is told to end. Names that start with a dot do not count.
 *
 * @param work is told the paths that changed since it was last done; none the first time
 * @throws AppError USAGE  the folder is not there when it begins
 */
export async function whileWatching(
  folder: string,
  signal: AbortSignal,
  work: (changed: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  if (readIdentity(folder) === 0) throw new AppError('USAGE', `There is no folder "${printable(folder)}".`);
  let changed = new Set<string>();
  let wake = () => {};
  const watched = new WatchedFolders(folder, (path) => {
    changed.add(path);
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal.aborted) {
      const now = changed;
      changed = new Set();
      await work(now);
      if (changed.size === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    watched.close();
  }
}

/**
 * Watches a folder and the folders in it. The folders and not their files: many editors save by moving a new file to the
 * place of the old one, and whoever watches the old one hears nothing more.
 */
class WatchedFolders {
  private readonly above: FSWatcher | null;
  private readonly watchers = new Map<string, { watcher: FSWatcher; identity: number }>();

  constructor(
    private readonly root: string,
    private readonly onChange: (path: string) => void,
  ) {
    this.watch('');
    this.watchInside();
    this.above = this.watchAbove(resolve(root));
  }

  close(): void {
    this.above?.close();
    this.letGo();
  }

  private watchAbove(path: string): FSWatcher | null {
    try {
      const watcher = watch(dirname(path), (_event, file) => {
        if (file === basename(path)) this.watchAnew();
      });
      return watcher.on('error', () => {});
    } catch {
      // Who may not look there is not told; what is in the folder is seen all the same.
      return null;
    }
  }

  private letGo(): void {
    for (const { watcher } of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  /** Where the folder itself was taken away, or another has come under its name: nothing is heard of that by the first. */
  private watchAnew(): void {
    const identity = readIdentity(this.root);
    if (this.watchers.get('')?.identity === identity) return;
    this.letGo();
    if (identity !== 0) {
      this.watch('');
      this.watchInside();
    }
    this.onChange('');
  }

  /** Watches each folder that is there, again where another has come under its name; lets go of those that are not. */
  private watchInside(): void {
    const names = this.foldersInside();
    for (const [name, { watcher, identity }] of this.watchers) {
      if (name === '' || (names.includes(name) && readIdentity(join(this.root, name)) === identity)) continue;
      watcher.close();
      this.watchers.delete(name);
    }
    for (const name of names) if (!this.watchers.has(name)) this.watch(name);
  }

  private foldersInside(): string[] {
    try {
      const inside = readdirSync(this.root).filter((name) => !name.startsWith('.'));
      return inside.filter((name) => statSync(join(this.root, name), { throwIfNoEntry: false })?.isDirectory());
    } catch (error) {
      // A folder that is taken away while it is watched is told when it is read.
      if (systemFault(error).code !== 'ENOENT') throw error;
      return [];
    }
  }

  private watch(name: string): void {
    const path = join(this.root, name);
    let watcher: FSWatcher;
    try {
      watcher = watch(path, (_event, file) => {
        if (file?.startsWith('.')) return;
        if (name === '') this.watchInside();
        this.onChange(join(name, file ?? ''));
      });
    } catch (error) {
      // One that is gone again, or is closed to this user, is told when it is read.
      const { code } = systemFault(error);
      if (code === 'ENOENT' || (code === 'EACCES' && name !== '')) return;
      throw error;
    }
    watcher.on('error', () => this.onChange(name));
    this.watchers.set(name, { watcher, identity: readIdentity(path) });
  }
}

function readIdentity(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? 0;
}
