import type { FSWatcher } from 'node:fs';
import { readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError, asErrnoException } from '../errors.js';
import { printable } from '../records/wording.js';

/** Delay after the last file event, in milliseconds, because editors write a file in several steps. */
const SETTLE_MS = 150;

/**
 * Runs `work` now and after each change in a folder or its subfolders, one run at a time, until the signal is aborted.
 * Ignores hidden files.
 * @param work receives the changed paths; empty on the first run
 * @throws AppError USAGE for a missing folder
 */
export async function watchFolder(
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
      const changedPaths = changed;
      changed = new Set();
      await work(changedPaths);
      if (changed.size === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    watched.close();
  }
}

/**
 * Watches a folder and its subfolders. Files are not watched directly, because that would end when an editor replaces a
 * file.
 */
class WatchedFolders {
  private readonly parentWatcher: FSWatcher | null;
  private readonly watchers = new Map<string, { watcher: FSWatcher; identity: number }>();

  constructor(
    private readonly root: string,
    private readonly onChange: (path: string) => void,
  ) {
    this.watch('');
    this.watchInside();
    this.parentWatcher = this.watchAbove(resolve(root));
  }

  close(): void {
    this.parentWatcher?.close();
    this.closeWatchers();
  }

  private watchAbove(path: string): FSWatcher | null {
    try {
      const watcher = watch(dirname(path), (_event, file) => {
        if (file === basename(path)) this.restartWatching();
      });
      return watcher.on('error', () => {});
    } catch {
      // If the parent is not readable, only the folder itself is watched.
      return null;
    }
  }

  private closeWatchers(): void {
    for (const { watcher } of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  /**
   * Restarts the watchers if the folder was replaced. Called on events of the parent, because a replaced folder emits
   * none itself.
   */
  private restartWatching(): void {
    const identity = readIdentity(this.root);
    if (this.watchers.get('')?.identity === identity) return;
    this.closeWatchers();
    if (identity !== 0) {
      this.watch('');
      this.watchInside();
    }
    this.onChange('');
  }

  /** Watches all current subfolders, including replaced ones, and stops watching removed ones. */
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
      const names = readdirSync(this.root).filter((name) => !name.startsWith('.'));
      return names.filter((name) => statSync(join(this.root, name), { throwIfNoEntry: false })?.isDirectory());
    } catch (error) {
      // A removed folder is reported when it is read.
      if (asErrnoException(error).code !== 'ENOENT') throw error;
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
      // A removed or unreadable folder is reported when it is read.
      const { code } = asErrnoException(error);
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
