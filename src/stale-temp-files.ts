import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { asErrnoException } from './errors.js';

/** Format of temporary file names; see `writerId`, `writeFileAtomic` and `writeBackupFile`. */
const TEMP_FILE_NAME = /^\.(.+)\.(\d+(?:-[0-9a-f]{8})?)(?:\.part)?$/;

/** Age at which a file from another machine counts as stale, in milliseconds. */
const STALE_AGE_MS = 24 * 60 * 60 * 1000;

/** Identifies a process in temporary file names: its process ID, and a hash of its machine. */
export function writerId(pid = process.pid): string {
  return `${pid}-${machineId()}`;
}

/** Returns an ID of this machine or container. Includes the PID namespace, since containers may share a host name. */
function machineId(): string {
  let pidNamespace = '';
  try {
    pidNamespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has /proc.
  }
  return createHash('sha256').update(`${os.hostname()} ${pidNamespace}`).digest('hex').slice(0, 8);
}

/** Whether the writer of a file no longer runs. For a writer on another machine, the age of the file decides. */
export function isStale(writer: string, path: string): boolean {
  if (isOnThisMachine(writer)) return !isRunning(Number.parseInt(writer, 10));
  const modifiedAt = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - modifiedAt > STALE_AGE_MS;
}

function isOnThisMachine(writer: string): boolean {
  return writer.endsWith(`-${machineId()}`);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return asErrnoException(error).code === 'EPERM';
  }
}

/**
 * Removes stale temporary files. Returns the paths of those from other machines that are too recent to count as stale.
 * @param isIncluded selects files by final name and path. Default: all
 */
export function removeStaleTempFiles(
  folder: string,
  isIncluded: (name: string, path: string) => boolean = () => true,
): string[] {
  const recentFiles: string[] = [];
  try {
    for (const fileName of readdirSync(folder)) {
      const [, name, writer = ''] = TEMP_FILE_NAME.exec(fileName) ?? [];
      const path = join(folder, fileName);
      if (name === undefined || !isIncluded(name, path)) continue;
      if (isStale(writer, path)) rmSync(path, { force: true });
      else if (!isOnThisMachine(writer)) recentFiles.push(path);
    }
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
  }
  return recentFiles;
}
