import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemFault } from '../errors.js';

/** The name of a file on its way to its own name, by the process that writes it; see writeWhole and writeBackupFile. */
const ON_ITS_WAY = /^\.(.+)\.(\d+)(?:\.part)?$/;

/** Whether a process is there; no number is none. */
export function isAtWork(owner: number): boolean {
  if (!Number.isInteger(owner) || owner <= 0) return false;
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return systemFault(error).code === 'EPERM';
  }
}

/**
 * Takes away what writers that were stopped have left in a folder. What belongs to a process that is there stays, and
 * so does what cannot be taken away: it is no content.
 *
 * @param isMeant  told the name that a file was to have, and where it is, whether it is one of ours; all are unless given
 */
export function clearLeftBehind(folder: string, isMeant: (name: string, path: string) => boolean = () => true): void {
  try {
    for (const left of readdirSync(folder)) {
      const [, name, owner] = ON_ITS_WAY.exec(left) ?? [];
      const path = join(folder, left);
      if (name !== undefined && !isAtWork(Number(owner)) && isMeant(name, path)) rmSync(path, { force: true });
    }
  } catch (error) {
    if (systemFault(error).syscall === undefined) throw error;
  }
}
