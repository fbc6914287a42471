import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import net, { type NetConnectOpts } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedError } from '../embedded-error.js';

/** Endpoint at which the owner of a folder listens: a Unix socket, or a loopback port on Windows. */
export type Endpoint = { socket: string } | { port: number };

export const HAS_UNIX_SOCKETS = process.platform !== 'win32';

export const LOOPBACK_ADDRESS = '127.0.0.1';

/** Maximum length of a socket path, in bytes. */
const MAX_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

const links = new Map<string, string>();

/**
 * Returns the path of a socket in a folder. If it is too long, returns a path that starts with a symbolic link in a
 * private temporary folder, which is removed when the thread exits. @throws EmbeddedError FOLDER_UNUSABLE
 */
export function socketPath(dataDir: string, name: string): string {
  const folder = path.resolve(dataDir);
  const fullPath = path.join(folder, name);
  if (Buffer.byteLength(fullPath) <= MAX_PATH_BYTES) return fullPath;
  const shortPath = path.join(linkToFolder(folder), name);
  if (Buffer.byteLength(shortPath) <= MAX_PATH_BYTES) return shortPath;
  throw pathTooLongError(folder);
}

function linkToFolder(folder: string): string {
  const existingLink = links.get(folder);
  if (existingLink !== undefined) return existingLink;
  try {
    const linkFolder = mkdtempSync(path.join(os.tmpdir(), 'signpost-'));
    process.once('exit', () => rmSync(linkFolder, { recursive: true, force: true }));
    const link = path.join(linkFolder, 'd');
    symlinkSync(folder, link);
    links.set(folder, link);
    return link;
  } catch (error) {
    throw pathTooLongError(folder, error);
  }
}

function pathTooLongError(folder: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'FOLDER_UNUSABLE',
    `the path of the data folder "${folder}" is too long for a socket, and "${os.tmpdir()}" has no shorter one; use a folder with a shorter path`,
    { cause },
  );
}

/** Connection timeout of drivers, in milliseconds. Long, because a local socket is slow only on a busy machine. */
const SOCKET_TIMEOUT_MS = 30_000;

/** Returns the URI for a driver. `path` is a result of `socketPath`. */
export function buildUri(address: { path: string } | { port: number }): string {
  if ('port' in address) return `mongodb://${LOOPBACK_ADDRESS}:${address.port}/?directConnection=true`;
  return `mongodb://${encodeURIComponent(address.path)}/?directConnection=true&connectTimeoutMS=${SOCKET_TIMEOUT_MS}`;
}

/** Whether a process listens at an endpoint, even if it is busy or suspended. Returns true for unknown errors. */
export function hasListener(endpoint: NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(endpoint);
    socket.once('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT');
    });
  });
}
