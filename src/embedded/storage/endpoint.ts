import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import type { NetConnectOpts } from 'node:net';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedError } from '../embedded-error.js';

/** Where the owner of a folder listens: a Unix socket in it, or a loopback port where drivers know no such sockets. */
export type Endpoint = { socket: string } | { port: number };

/** Whether drivers can connect to Unix sockets on this system. */
export const HAS_SOCKETS = process.platform !== 'win32';

export const LOOPBACK = '127.0.0.1';

/** The longest path of a socket that the system takes, in bytes. */
const MOST_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

/** Short links to folders, by folder. */
const links = new Map<string, string>();

/**
 * Returns a path by which this process reaches a socket in a folder.
 *
 * Where the folder's own path is too long for a socket, it goes through a link in the folder for temporary files,
 * which only this user can enter and which goes when the thread ends.
 *
 * @throws EmbeddedError FOLDER_UNUSABLE  no such link can be made
 */
export function socketPath(dataDir: string, name: string): string {
  const folder = path.resolve(dataDir);
  const full = path.join(folder, name);
  if (Buffer.byteLength(full) <= MOST_PATH_BYTES) return full;
  const short = path.join(linkTo(folder), name);
  if (Buffer.byteLength(short) <= MOST_PATH_BYTES) return short;
  throw tooLong(folder);
}

function linkTo(folder: string): string {
  const known = links.get(folder);
  if (known !== undefined) return known;
  try {
    const place = mkdtempSync(path.join(os.tmpdir(), 'signpost-'));
    process.once('exit', () => rmSync(place, { recursive: true, force: true }));
    const link = path.join(place, 'd');
    symlinkSync(folder, link);
    links.set(folder, link);
    return link;
  } catch (error) {
    throw tooLong(folder, error);
  }
}

function tooLong(folder: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'FOLDER_UNUSABLE',
    `the path of the data folder "${folder}" is too long for a socket, and "${os.tmpdir()}" allows no shorter one; use a folder with a shorter path`,
    { cause },
  );
}

/** No network can lose what a socket carries: an answer that takes longer than seconds comes from a busy machine. */
const SOCKET_TIMEOUT_MS = 30_000;

/** Returns the URI for a driver; for a socket, a path from `socketPath`. */
export function buildUri(where: { path: string } | { port: number }): string {
  if ('port' in where) return `mongodb://${LOOPBACK}:${where.port}/?directConnection=true`;
  return `mongodb://${encodeURIComponent(where.path)}/?directConnection=true&connectTimeoutMS=${SOCKET_TIMEOUT_MS}`;
}

/**
 * Returns whether somebody listens at an endpoint, which the kernel answers: a process that is busy or stopped listens.
 *
 * What cannot be told, as when the socket belongs to another user, counts as yes.
 */
export function accepts(where: NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(where);
    socket.once('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT');
    });
  });
}
