import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { systemFault } from './errors.js';

/** The name of a file on its way to its own name, by who writes it; see ownerName, writeWhole and writeBackupFile. */
const ON_ITS_WAY = /^\.(.+)\.(\d+(?:-[0-9a-f]{8})?)(?:\.part)?$/;

/** How long after it was last written to a thing counts as left whose writer cannot be seen from here. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Names a process in names of files, this one unless another is asked for: its number, and where it has that. */
export function ownerName(number = process.pid): string {
  return `${number}-${here()}`;
}

/** Tells this machine or container from others that share a folder with it; two containers may have one host name. */
function here(): string {
  let numbers = '';
  try {
    numbers = readlinkSync('/proc/self/ns/pid');
  } catch {
    // another system than Linux
  }
  return createHash('sha256').update(`${os.hostname()} ${numbers}`).digest('hex').slice(0, 8);
}

/** Whether what an owner has begun to write is left to itself. Of one that is elsewhere only its age tells. */
export function isLeft(owner: string, path: string): boolean {
  if (isHere(owner)) return !isRunning(Number.parseInt(owner, 10));
  const written = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - written > ABANDONED_MS;
}

function isHere(owner: string): boolean {
  return owner.endsWith(`-${here()}`);
}

function isRunning(number: number): boolean {
  try {
    return process.kill(number, 0);
  } catch (error) {
    return systemFault(error).code === 'EPERM';
  }
}

/**
 * Takes away what writers that were stopped have left in a folder. What belongs to one that may be at work stays, and so
 * does what cannot be taken away: it is no content.
 *
 * @param isMeant  told the name that a file was to have, and where it is, whether it is one of ours; all are unless given
 * @returns what stays because its writer cannot be seen from here
 */
export function clearLeftBehind(
  folder: string,
  isMeant: (name: string, path: string) => boolean = () => true,
): string[] {
  const unclear: string[] = [];
  try {
    for (const left of readdirSync(folder)) {
      const [, name, owner = ''] = ON_ITS_WAY.exec(left) ?? [];
      const path = join(folder, left);
      if (name === undefined || !isMeant(name, path)) continue;
      if (isLeft(owner, path)) rmSync(path, { force: true });
      else if (!isHere(owner)) unclear.push(path);
    }
  } catch (error) {
    if (systemFault(error).syscall === undefined) throw error;
  }
  return unclear;
}
