import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import net from 'node:net';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { ServerListeners } from '../../src/embedded/server-listeners.js';
import { EmbeddedError, startEmbedded } from '../../src/embedded/index.js';
import { hasListener } from '../../src/embedded/storage/folder-endpoint.js';
import { rejectNetworkFolder } from '../../src/embedded/storage/data-folder.js';
import { lockFolder } from '../../src/embedded/storage/folder-lock.js';
import { databaseProcess } from './database-process.js';
import { readStartError } from './read-start-error.js';
import { isLong, randomNumbers, scratchFolder, socketOf } from './scratch-database.js';

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => folder.remove());

/** Returns the number of lock files and sockets in a folder. */
const ownerFiles = (dataDir: string) => {
  const names = readdirSync(dataDir);
  return {
    locks: names.filter((name) => name.startsWith('owner.')).length,
    sockets: names.filter((name) => name.endsWith('.sock')).length,
  };
};

test('a locked folder is rejected in other processes and in the owning one, and can be opened after the owner is killed', async () => {
  const { dataDir } = folder;
  const first = await databaseProcess(dataDir);
  expect(await readStartError(dataDir)).toMatchObject({
    code: 'FOLDER_LOCKED',
    message: `the data folder "${dataDir}" is in use by process ${first.child.pid}; stop it, or use another folder`,
  });
  await first.kill();
  const second = await startEmbedded({ dataDir });
  expect(await readStartError(dataDir)).toMatchObject({ code: 'FOLDER_LOCKED' });
  await second.close();
  expect(ownerFiles(dataDir)).toEqual({ locks: 2, sockets: 0 });
});

test('a lock is replaced if its process is dead, its process id was reused or its file is malformed', async () => {
  const { dataDir } = folder;
  const owners = [
    `${2 ** 22 + 1}@here:0123456789abcdef.sock`,
    `${process.pid}@${os.hostname()}:fedcba9876543210.sock`,
    'torn',
  ];
  for (const [index, owner] of owners.entries()) {
    symlinkSync(owner, path.join(dataDir, `owner.${10 * index + 1}`));
    await (await startEmbedded({ dataDir })).close();
  }
  expect(readdirSync(dataDir).filter((name) => name.startsWith('owner.'))).toEqual(['owner.21', 'owner.22']);
});

test('connections before the database is open are served after it is, with the address of their listener', async () => {
  const listeners = await ServerListeners.open(folder.dataDir);
  const { path: socketFile } = listeners.address as { path: string };
  const served: string[] = [];
  const clients = [net.connect(socketFile), net.connect(socketFile)];
  await Promise.all(clients.map((client) => once(client, 'connect')));
  // The server accepts connections in the next turns of the event loop.
  for (let turn = 0; turn < 10; turn += 1) await setImmediate();
  listeners.open((_socket, address) => served.push(address));
  while (served.length < clients.length) await setImmediate();
  expect(served).toEqual([socketFile, socketFile]);
  listeners.rejectConnections();
  listeners.close();
});

/** A command that runs a program in a separate PID namespace, like a container: it sees no other processes. */
const SEPARATE_NAMESPACE = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];
const canUnshare = spawnSync(SEPARATE_NAMESPACE[0]!, [...SEPARATE_NAMESPACE.slice(1), 'true']).status === 0;
if (!canUnshare) console.log('not run: unshare is missing, or may make no PID namespace here');

(canUnshare ? test : test.skip)('a folder has one owner among processes that do not see each other', async () => {
  const { dataDir } = folder;
  const first = await databaseProcess(dataDir, { tracer: SEPARATE_NAMESPACE });
  try {
    await expect(databaseProcess(dataDir, { tracer: SEPARATE_NAMESPACE })).rejects.toThrow(/in use by process/);
    expect(await readStartError(dataDir)).toMatchObject({ code: 'FOLDER_LOCKED', uri: first.uri });
    const client = await new MongoClient(first.uri).connect();
    await client.db('t').collection<{ _id: number }>('c').insertOne({ _id: 1 });
    await client.close();
  } finally {
    first.child.kill('SIGKILL');
  }
  while (await hasListener({ path: socketOf(first.uri) })); // the kernel closes the socket after the process
  await (await startEmbedded({ dataDir })).close();
  expect(ownerFiles(dataDir)).toEqual({ locks: 2, sockets: 0 });
});

test('a suspended process (SIGSTOP) keeps the lock of its folder', async () => {
  const { dataDir } = folder;
  const owner = await databaseProcess(dataDir);
  owner.child.kill('SIGSTOP');
  // Opens more connections than fit into the backlog of the socket.
  for (let i = 0; i < 600; i += 1)
    net
      .connect(socketOf(owner.uri))
      .on('error', () => {})
      .unref();
  expect(await readStartError(dataDir)).toMatchObject({ code: 'FOLDER_LOCKED' });
  await owner.kill();
  await (await startEmbedded({ dataDir })).close();
});

test('only one of many contenders at a time gets the lock of a folder', async () => {
  const { dataDir } = folder;
  const random = randomNumbers(3);
  const randomDelay = () => new Promise((resolve) => setTimeout(resolve, random() * 3));
  let owners = 0;
  let takenCount = 0;
  const contend = async () => {
    await randomDelay();
    const listeners = await ServerListeners.open(dataDir);
    try {
      await lockFolder(dataDir, listeners.endpoint);
      owners += 1;
      takenCount += 1;
      expect(owners).toBe(1);
      await randomDelay();
      owners -= 1;
    } catch (error) {
      if (!(error instanceof EmbeddedError && error.code === 'FOLDER_LOCKED')) throw error;
    } finally {
      listeners.close();
    }
  };
  const rounds = isLong ? 300 : 10;
  for (let round = 0; round < rounds; round += 1) await Promise.all(Array.from({ length: 8 }, contend));
  expect(takenCount).toBeGreaterThanOrEqual(rounds);
});

test('the embedded database listens only on a socket in its folder, and on a port if requested', async () => {
  const { dataDir } = folder;
  const database = await databaseProcess(dataDir);
  expect(path.dirname(socketOf(database.uri))).toBe(dataDir);
  expect(listeningPorts(database.child.pid!)).toEqual([]);
  await database.stop();

  const socketAndPort = await startEmbedded({ dataDir, port: 0 });
  for (const uri of [socketAndPort.uri, socketAndPort.loopback!.uri]) {
    const client = await new MongoClient(uri).connect();
    expect((await client.db().command({ hello: 1 })).me).toBe(socketOf(uri));
    await client.close();
  }
  await socketAndPort.close();
});

/** Returns the TCP ports on which a process listens, from the inodes of its sockets. */
function listeningPorts(pid: number): number[] {
  if (!existsSync('/proc/net/tcp')) return [];
  const socketInodes = new Set(
    spawnSync('ls', ['-l', `/proc/${pid}/fd`])
      .stdout.toString()
      .match(/(?<=socket:\[)\d+/g),
  );
  return ['tcp', 'tcp6']
    .flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && socketInodes.has(inode!))
    .map(([, local]) => parseInt(local!.split(':')[1]!, 16));
}

test('a socket whose path is too long is reached through a symbolic link with a shorter path', async () => {
  const dataDir = path.join(folder.dataDir, 'a'.repeat(100), 'b'.repeat(100));
  const database = await startEmbedded({ dataDir });
  const client = await new MongoClient(database.uri).connect();
  await client.db('t').collection<{ _id: number }>('c').insertOne({ _id: 1 });
  await client.close();
  const lockError = await readStartError(dataDir);
  expect(lockError).toMatchObject({ code: 'FOLDER_LOCKED' });
  const otherClient = await new MongoClient(lockError.uri!).connect();
  expect(await otherClient.db('t').collection('c').countDocuments()).toBe(1);
  await otherClient.close();
  await database.close();
  expect(ownerFiles(dataDir)).toEqual({ locks: 1, sockets: 0 });
});

test('a data folder on a volume that does not support sockets is rejected with a one-line error', async () => {
  const fails = ['strace', '-f', '-o', '/dev/null', '-e', 'trace=bind', '-e', 'inject=bind:error=EOPNOTSUPP'];
  if (spawnSync(fails[0]!, [...fails.slice(1), 'true']).status !== 0) {
    return console.log('not run: strace is missing or may not trace here');
  }
  const { dataDir } = folder;
  await expect(databaseProcess(dataDir, { tracer: fails })).rejects.toThrow(
    /FOLDER_UNUSABLE|the data folder ".*" cannot contain a socket \(.*\); use a folder on a local disk/,
  );
});

test('a data folder on a network file system is rejected', () => {
  expect(() => rejectNetworkFolder('/data', 0x6969)).toThrow(/"\/data" is on NFS, .*; use a folder on a local disk$/);
  expect(() => rejectNetworkFolder('/data', 0xef53)).not.toThrow(); // 0xef53 is ext4
});

test('other users of the machine have no access to a data folder, even if an earlier version created it', async () => {
  const dataDir = path.join(folder.dataDir, 'data');
  const files = () => readdirSync(dataDir).filter((name) => !name.startsWith('owner.')); // symbolic links have no mode
  const fileModes = () =>
    ['.', ...files()].map((name) => (statSync(path.join(dataDir, name)).mode & 0o777).toString(8)).join(' ');
  const first = await startEmbedded({ dataDir });
  expect(fileModes()).toBe('700 600 600 600 600 600');
  await first.close();
  chmodSync(dataDir, 0o755);
  for (const name of files()) chmodSync(path.join(dataDir, name), 0o644);
  const second = await startEmbedded({ dataDir });
  expect(fileModes()).toBe('700 600 600 600 600 600');
  await second.close();

  const sharedFolder = path.join(folder.dataDir, 'shared');
  mkdirSync(sharedFolder);
  chmodSync(sharedFolder, 0o755);
  writeFileSync(path.join(sharedFolder, 'of somebody else'), '');
  await (await startEmbedded({ dataDir: sharedFolder })).close();
  expect((statSync(sharedFolder).mode & 0o777).toString(8)).toBe('755');
});
