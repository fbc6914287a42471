import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError, describeSystemError, asErrnoException } from '../errors.js';
import { escapeControlCharacters } from '../records/message-text.js';
import { removeStaleTempFiles, writerId } from '../stale-temp-files.js';

/**
 * Writes a file atomically: to a temporary file, flushed to disk, then renamed. Removes stale temporary files.
 * @param tempFolder folder on the same disk for the temporary file; default: the folder of the file
 */
export function writeFileAtomic(path: string, content: string | Uint8Array, tempFolder?: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  // Resolves a symbolic link, so that its target is replaced and not the link.
  const targetPath = stat ? realpathSync(path) : path;
  // The name starts with a dot, so that it is neither read as content nor watched.
  const temporaryPath = join(tempFolder ?? dirname(targetPath), `.${basename(targetPath)}.${writerId()}`);
  removeStaleTempFiles(dirname(targetPath), (name) => name === basename(targetPath));
  try {
    writeFileSync(temporaryPath, content, { flush: true, ...(stat && { mode: stat.mode }) });
    renameSync(temporaryPath, targetPath);
  } catch (error) {
    rmSync(temporaryPath, { force: true });
    throw error;
  }
}

/** Writes a file atomically to a path given by a user. @throws AppError FILE_UNWRITABLE */
export function writeOutputFile(path: string, content: string | Uint8Array): void {
  const unwritableError = (reason: string, cause?: unknown) =>
    new AppError('FILE_UNWRITABLE', `"${escapeControlCharacters(path)}" cannot be written: ${reason}.`, {}, { cause });
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw unwritableError('the path is not a file');
    writeFileAtomic(path, content);
  } catch (error) {
    throw asErrnoException(error).syscall === undefined ? error : unwritableError(describeSystemError(error), error);
  }
}
