import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError, refusalOf, systemFault } from '../errors.js';
import { printable } from '../records/wording.js';
import { clearLeftBehind, ownerName } from '../left-behind.js';

/**
 * Gives a file what it is to hold: it is written beside it, whole and onto the disk, and then takes its place. Whenever
 * that ends, the file is as it was or as it is to be, and where it fails nothing is left beside it. What a process that was
 * killed has left of the same file goes.
 *
 * @param through  a folder of our own on the same disk in which it is written first; beside it unless given
 */
export function writeWhole(path: string, content: string | Uint8Array, through?: string): void {
  const present = statSync(path, { throwIfNoEntry: false });
  // Where a link leads to it, the file changes and the link stays.
  const file = present ? realpathSync(path) : path;
  // No name of content, and none that is watched.
  const beside = join(through ?? dirname(file), `.${basename(file)}.${ownerName()}`);
  clearLeftBehind(dirname(file), (name) => name === basename(file));
  try {
    writeFileSync(beside, content, { flush: true, ...(present && { mode: present.mode }) });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * As `writeWhole`, for a file that a person has named.
 *
 * @throws AppError FILE_UNWRITABLE where the system refuses, or something else than a file stands there
 */
export function writeNamed(path: string, content: string | Uint8Array): void {
  const refuse = (why: string, cause?: unknown) =>
    new AppError('FILE_UNWRITABLE', `"${printable(path)}" cannot be written: ${why}.`, {}, { cause });
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw refuse('what stands there is no file');
    writeWhole(path, content);
  } catch (error) {
    throw systemFault(error).syscall === undefined ? error : refuse(refusalOf(error), error);
  }
}
