import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isFolder } from '../content/content-folders.js';
import { AppError, asErrnoException } from '../errors.js';
import { escapeControlCharacters } from '../records/message-text.js';

/** Interval between two comparisons of a folder, in milliseconds. */
const INTERVAL_MS = 200;

/**
 * Calls `onChange` now and after each change in a folder, one call at a time, until the signal is aborted. Ignores
 * hidden files. Polls, because replaced folders and those shared with a container emit no events.
 * @throws AppError USAGE for a missing folder
 */
export async function watchFolder(folder: string, signal: AbortSignal, onChange: () => Promise<void>): Promise<void> {
  if (!isFolder(folder)) throw new AppError('USAGE', `There is no folder "${escapeControlCharacters(folder)}".`);
  let [known, previous] = ['', ''];
  while (!signal.aborted) {
    const current = describeFiles(folder, 2).join('\n');
    // Editors write a file in several steps, so the folder must be the same in two comparisons.
    if (current !== known && (known === '' || current === previous)) {
      known = current;
      await onChange();
    }
    previous = current;
    await pause(INTERVAL_MS, undefined, { signal }).catch(() => {});
  }
}

/** Describes files by path, identity, size and time of change. @param depth number of levels of folders to read */
function describeFiles(path: string, depth: number): string[] {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    if (depth === 0 || !isFolder(path)) return [`${path} ${ino} ${size} ${mtimeMs}`];
    const names = readdirSync(path).filter((name) => !name.startsWith('.'));
    return [`${path} ${ino}`, ...names.flatMap((name) => describeFiles(join(path, name), depth - 1))];
  } catch (error) {
    // A removed or unreadable folder is reported by the function that reads its content.
    if (asErrnoException(error).syscall === undefined) throw error;
    return [`${path} is missing`];
  }
}
