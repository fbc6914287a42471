import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import net from 'node:net';
import { BSON, MongoClient } from 'mongodb';

/** A server that reads each message and sends the same bytes: the upper bound for any server with this driver. */
export interface StubServer {
  uri: string;
  pid: number;
  /** Sets the response to all messages other than handshakes. */
  learn: (reply: Uint8Array) => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a stub in a separate process. Its handshake is copied from a real server. */
export async function stubServer(realUri: string): Promise<StubServer> {
  const real = await new MongoClient(realUri).connect();
  const hello = await real.db('admin').command({ hello: 1 });
  await real.close();
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send({ hello: Buffer.from(BSON.serialize(hello)).toString('base64') });
  const [port] = (await once(child, 'message')) as [number];
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    pid: child.pid!,
    async learn(reply) {
      child.send({ reply: Buffer.from(reply).toString('base64') });
      await once(child, 'message');
    },
    async close() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

function serve(): void {
  let hello: Buffer = Buffer.alloc(0);
  let reply: Buffer = Buffer.alloc(0);
  const server = net.createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    let pendingBytes: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      pendingBytes = pendingBytes.length === 0 ? chunk : Buffer.concat([pendingBytes, chunk]);
      while (pendingBytes.length >= 16 && pendingBytes.length >= pendingBytes.readInt32LE(0)) {
        const message = pendingBytes.subarray(0, pendingBytes.readInt32LE(0));
        pendingBytes = pendingBytes.subarray(message.length);
        socket.write(answer(message));
      }
    });
  });
  const answer = (message: Buffer): Buffer => {
    const legacy = message.readInt32LE(12) === 2004;
    const isHello =
      legacy || message.subarray(21, 60).includes('hello') || message.subarray(21, 60).includes('ismaster');
    const body = isHello ? hello : reply;
    const headerBytes = legacy ? 36 : 21;
    const out = Buffer.alloc(headerBytes + body.length);
    out.writeInt32LE(out.length, 0);
    out.writeInt32LE(message.readInt32LE(4), 8);
    out.writeInt32LE(legacy ? 1 : 2013, 12);
    if (legacy) out.writeInt32LE(1, 32);
    body.copy(out, headerBytes);
    return out;
  };
  process.on('message', (instruction: { hello?: string; reply?: string }) => {
    if (instruction.reply) {
      reply = Buffer.from(instruction.reply, 'base64');
      process.send!('learnt');
    }
    if (!instruction.hello) return;
    hello = Buffer.from(instruction.hello, 'base64');
    server.listen(0, '127.0.0.1', () => process.send!((server.address() as net.AddressInfo).port));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) serve();
