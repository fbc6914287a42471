import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { MongoClient } from 'mongodb';
import '../../src/store/connection/patch-driver-drain.js';
import { testDatabase } from '../support/test-database.js';
import { settlesWithin } from '../support/wait-for.js';

test('a command sent through a closing socket is rejected, and the client remains usable', async () => {
  const sockets: Socket[] = [];
  const note = (message: unknown) => void sockets.push((message as { socket: Socket }).socket);
  subscribe('net.client.socket', note);
  const database = await testDatabase();
  const client = await MongoClient.connect(database.uri, { monitorCommands: true });
  const ping = () => client.db('admin').command({ ping: 1 });
  await ping();
  // The command is written before the sockets emit `close`.
  client.once('commandStarted', () => sockets.forEach((socket) => socket.destroy()));
  const disconnected = ping();
  expect(await settlesWithin(5000, disconnected)).toBe(true);
  await expect(disconnected).rejects.toMatchObject({ name: 'MongoNetworkError' });
  expect(await ping()).toMatchObject({ ok: 1 });
  unsubscribe('net.client.socket', note);
  await client.close();
  await database.close();
});
