import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedError } from '../embedded-error.js';
import {
  buildUri,
  type Endpoint,
  HAS_UNIX_SOCKETS,
  hasListener,
  LOOPBACK_ADDRESS,
  socketPath,
} from './folder-endpoint.js';

/** Owner of a folder. `pid` and `machine` are for messages; the endpoint shows whether the owner is alive. */
interface Owner {
  pid: number;
  machine: string;
  endpoint: Endpoint;
}

const LOCK_NAME = /^owner\.(\d+)$/;
/** Number of locks to retain: two, so that a concurrent directory listing contains at least one. */
const RETAINED_LOCKS = 2;

/**
 * Locks a data folder for this process until its endpoint stops listening. The endpoint must already listen.
 *
 * Locks are numbered; the highest one is valid. If its endpoint does not accept connections, for example after kill -9,
 * it is stale: processes compete to create the next number, and one succeeds. Process ids do not suffice, because
 * containers that share a volume do not see each other's processes. @throws EmbeddedError FOLDER_LOCKED, FOLDER_UNUSABLE
 */
export async function lockFolder(dataDir: string, endpoint: Endpoint): Promise<void> {
  const text = formatOwner({ pid: process.pid, machine: os.hostname(), endpoint });
  try {
    while (!tryLock(dataDir, text, (await lastStaleLock(dataDir)) + 1)) {
      // Another process has created the lock with this number first, so the next number is tried.
    }
  } catch (error) {
    if (error instanceof EmbeddedError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedError('FOLDER_UNUSABLE', `the data folder "${dataDir}" cannot be locked: ${reason}`);
  }
}

/** Rejects a folder with a live owner. @throws EmbeddedError FOLDER_LOCKED */
export async function rejectIfLocked(dataDir: string): Promise<void> {
  await lastStaleLock(dataDir);
}

/** Returns the highest lock number; 0 if there is no lock. @throws EmbeddedError FOLDER_LOCKED its owner is alive */
async function lastStaleLock(dataDir: string): Promise<number> {
  const number = listLockNumbers(dataDir).at(-1) ?? 0;
  const owner = readOwner(lockFile(dataDir, number));
  if (owner && (await isAlive(dataDir, owner))) throw inUseError(dataDir, owner);
  return number;
}

function tryLock(dataDir: string, text: string, number: number): boolean {
  try {
    createLock(lockFile(dataDir, number), text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  const numbers = listLockNumbers(dataDir);
  if (numbers.at(-1) !== number) {
    rmSync(lockFile(dataDir, number));
    return false;
  }
  for (const oldNumber of numbers.slice(0, -1)) removeSocket(dataDir, readOwner(lockFile(dataDir, oldNumber)));
  for (const oldNumber of numbers.slice(0, -RETAINED_LOCKS)) rmSync(lockFile(dataDir, oldNumber), { force: true });
  return true;
}

function removeSocket(dataDir: string, owner: Owner | undefined): void {
  if (owner && 'socket' in owner.endpoint) rmSync(path.join(dataDir, owner.endpoint.socket), { force: true });
}

const lockFile = (dataDir: string, number: number) => path.join(dataDir, `owner.${number}`);

function listLockNumbers(dataDir: string): number[] {
  return readdirSync(dataDir)
    .flatMap((name) => LOCK_NAME.exec(name)?.slice(1).map(Number) ?? [])
    .sort((a, b) => a - b);
}

/** Creates a lock atomically: a symbolic link, which needs no space on a full disk; on Windows a file. */
function createLock(file: string, text: string): void {
  if (HAS_UNIX_SOCKETS) return symlinkSync(text, file);
  const temporaryFile = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(temporaryFile, text);
  try {
    linkSync(temporaryFile, file);
  } finally {
    rmSync(temporaryFile);
  }
}

function formatOwner({ pid, machine, endpoint }: Owner): string {
  return `${pid}@${machine}:${'socket' in endpoint ? endpoint.socket : endpoint.port}`;
}

/** Returns the owner in a lock; undefined if it is missing or malformed. */
function readOwner(file: string): Owner | undefined {
  let text: string;
  try {
    text = HAS_UNIX_SOCKETS ? readlinkSync(file) : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const [, pid, machine = '', socket, port] = /^(\d+)@(.*):(?:([0-9a-f]+\.sock)|(\d+))$/.exec(text) ?? [];
  if (pid === undefined) return undefined;
  return { pid: Number(pid), machine, endpoint: socket === undefined ? { port: Number(port) } : { socket } };
}

function isAlive(dataDir: string, { endpoint, pid }: Owner): Promise<boolean> {
  if ('socket' in endpoint) return hasListener({ path: socketPath(dataDir, endpoint.socket) });
  // After the owner has exited, another program may listen on its port.
  return isRunning(pid) ? hasListener({ host: LOOPBACK_ADDRESS, port: endpoint.port }) : Promise.resolve(false);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUseError(dataDir: string, { pid, machine, endpoint }: Owner): EmbeddedError {
  const host = machine === os.hostname() ? '' : ` on "${machine}"`;
  const uri = buildUri('socket' in endpoint ? { path: socketPath(dataDir, endpoint.socket) } : endpoint);
  const message = `the data folder "${dataDir}" is in use by process ${pid}${host}; stop it, or use another folder`;
  return new EmbeddedError('FOLDER_LOCKED', message, undefined, uri);
}
