import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, it } from '@jest/globals';
import { Shutdown } from '../../src/http/shutdown.js';

const CLIENTS = 40;
/** Time for which this thread is blocked, in milliseconds: longer than a shutdown holds requests. */
const BUSY_MS = 200;

/** Opens connections, counts them in `opened`, sends a request on each, and posts the outcomes. */
const CLIENT_CODE = `
  const { connect } = require('node:net');
  const { parentPort, workerData: { port, clients, opened } } = require('node:worker_threads');
  const outcomes = Array.from({ length: clients }, () => new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      Atomics.add(opened, 0, 1);
      Atomics.notify(opened, 0);
      socket.write('GET / HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n');
    });
    socket.on('data', (data) => (answer += data));
    socket.on('error', ({ code }) => resolve(code));
    socket.on('end', () => resolve(answer.split('\\r\\n')[0]));
  }));
  Promise.all(outcomes).then((all) => parentPort.postMessage(all));
`;

/** Starts a server whose requests `shutdown` handles. Returns it with its port and its open connections. */
async function startServerWith(shutdown: Shutdown) {
  const sockets = new Set<Socket>();
  const server = createServer(
    shutdown.wrap((_request, response) => response.setHeader('connection', 'close').end('answered')),
  );
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, sockets, port: (server.address() as AddressInfo).port };
}

it('a connection accepted before the shutdown is answered if it sends its request after the listener closed', async () => {
  const shutdown = new Shutdown();
  const { server, sockets, port } = await startServerWith(shutdown);
  const client = connect(port, '127.0.0.1');
  await Promise.all([once(client, 'connect'), once(server, 'connection')]);
  const stopped = shutdown.stopListening(server, sockets);
  while (server.listening) await delay(10);
  await delay(500);
  client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const received: Buffer[] = [];
  for await (const chunk of client) received.push(chunk as Buffer);
  expect(Buffer.concat(received).toString().split('\r\n')[0]).toBe('HTTP/1.1 200 OK');
  await stopped;
});

it('a shutdown closes connections without a request', async () => {
  const shutdown = new Shutdown();
  const { server, sockets, port } = await startServerWith(shutdown);
  const client = connect(port, '127.0.0.1');
  await Promise.all([once(client, 'connect'), once(server, 'connection')]);
  client.resume();
  await Promise.all([once(client, 'end'), shutdown.stopListening(server, sockets)]);
  expect(server.listening).toBe(false);
});

it('a busy server answers all connections that the kernel accepted before the listener closes', async () => {
  const shutdown = new Shutdown();
  const { server, sockets, port } = await startServerWith(shutdown);
  const openedFlag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(CLIENT_CODE, { eval: true, workerData: { port, clients: CLIENTS, opened: openedFlag } });
  const outcomes = new Promise((resolve) => worker.once('message', resolve));
  const stopped = shutdown.stopListening(server, sockets);
  // This thread does nothing else until all connections are in the queue of the kernel and BUSY_MS have passed.
  for (let count = 0; count < CLIENTS; count = Atomics.load(openedFlag, 0)) Atomics.wait(openedFlag, 0, count);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS);
  expect(await outcomes).toEqual(Array.from({ length: CLIENTS }, () => 'HTTP/1.1 200 OK'));
  await stopped;
  await worker.terminate();
});
