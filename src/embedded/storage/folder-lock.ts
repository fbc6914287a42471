import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from '../embedded-error.js';

/** Who holds a folder. */
interface Owner {
  pid: number;
  /** When that process began, so that another of the same number is not taken for it; absent where it is not known. */
  started: string | undefined;
  nonce: string;
  /** Where its database listens, once it does. */
  uri?: string;
}

/** A folder that is held. */
export interface FolderLock {
  /** Tells others where the database listens. */
  announce(uri: string): void;
  /** Lets the folder go. */
  release(): void;
}

const LOCK = 'owner.lock';

/**
 * Takes a data folder for this process.
 *
 * A lock whose process is gone, as after a kill -9, is taken over.
 *
 * @throws EmbeddedError FOLDER_LOCKED  a process that lives holds it; FOLDER_UNUSABLE  no room is left on the disk
 */
export function lockFolder(dataDir: string): FolderLock {
  const file = path.join(dataDir, LOCK);
  const owner: Owner = { pid: process.pid, started: startOf(process.pid), nonce: randomBytes(8).toString('hex') };
  const mine = `${file}.${owner.nonce}`;
  try {
    writeFileSync(mine, JSON.stringify(owner), { flag: 'wx' });
    for (;;) {
      try {
        linkSync(mine, file); // fails when there is one: the folder is taken by whoever links first
        return { announce: (uri) => announce(file, { ...owner, uri }), release: () => release(file, owner) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      removeIfStale(file, dataDir);
    }
  } catch (error) {
    if (error instanceof EmbeddedError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new EmbeddedError('FOLDER_UNUSABLE', `the data folder "${dataDir}" cannot be locked: ${why}`);
  } finally {
    rmSync(mine, { force: true });
  }
}

function announce(file: string, owner: Owner): void {
  const next = `${file}.${owner.nonce}.next`;
  try {
    writeFileSync(next, JSON.stringify(owner));
    renameSync(next, file);
  } catch {
    // a full disk: the database serves whoever knows its address; only those that look for it here do not find it
    rmSync(next, { force: true });
  }
}

function removeIfStale(file: string, dataDir: string): void {
  const holder = readOwner(file);
  if (holder && lives(holder)) {
    throw new EmbeddedError(
      'FOLDER_LOCKED',
      `the data folder "${dataDir}" is in use by process ${holder.pid}; stop it, or use another folder`,
      undefined,
      holder.uri,
    );
  }
  // set aside under a name of its own: of two that see the same dead owner one succeeds, and looks at what it took
  const aside = `${file}.${randomBytes(8).toString('hex')}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readOwner(aside);
  if (taken && lives(taken)) {
    try {
      linkSync(aside, file);
    } catch {
      // somebody else has it by now, and holds it as well as we would
    }
  }
  unlinkSync(aside);
}

function release(file: string, owner: Owner): void {
  if (readOwner(file)?.nonce === owner.nonce) unlinkSync(file);
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function lives({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return started === undefined || started === startOf(pid);
}

/** When a process began, in the clock ticks of this boot and with its id; only where /proc tells. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const state = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state[0] === 'Z' ? 'gone' : `${boot}:${state[19]}`;
  } catch {
    return undefined;
  }
}
