import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';
import { socketOf } from './scratch-database.js';

const OP_MSG = 2013;

/** A proxy in front of an embedded database that records every command. */
export class CommandRecorder {
  readonly commands: Document[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.take(socket));

  private constructor(private readonly target: string) {}

  static async before(uri: string): Promise<CommandRecorder> {
    const recorded = new CommandRecorder(socketOf(uri));
    recorded.server.listen(0, '127.0.0.1');
    await once(recorded.server, 'listening');
    return recorded;
  }

  /** The connection string of the database through this proxy. */
  get uri(): string {
    return `mongodb://127.0.0.1:${(this.server.address() as AddressInfo).port}/?directConnection=true`;
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private take(client: Socket): void {
    const database = connect(this.target);
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [client, database].forEach((each) => each.destroy()));
    }
    database.pipe(client);
    let pendingBytes = Buffer.alloc(0);
    client.on('data', (chunk) => {
      pendingBytes = Buffer.concat([pendingBytes, chunk as Buffer]);
      while (pendingBytes.length >= 16 && pendingBytes.length >= pendingBytes.readInt32LE(0)) {
        const length = pendingBytes.readInt32LE(0);
        if (pendingBytes.readInt32LE(12) === OP_MSG) this.commands.push(readCommand(pendingBytes.subarray(0, length)));
        pendingBytes = pendingBytes.subarray(length);
      }
      database.write(chunk);
    });
  }
}

/** Returns the body of an OP_MSG, including its document sequences. */
function readCommand(message: Buffer): Document {
  const command: Document = {};
  let offset = 20;
  while (offset < message.length) {
    const kind = message[offset++];
    const length = message.readInt32LE(offset);
    if (kind === 0) {
      Object.assign(command, BSON.deserialize(message.subarray(offset, offset + length)), command);
    } else {
      const nameEnd = message.indexOf(0, offset + 4);
      const documents: Document[] = [];
      for (let next = nameEnd + 1; next < offset + length; next += message.readInt32LE(next))
        documents.push(BSON.deserialize(message.subarray(next, next + message.readInt32LE(next))));
      command[message.toString('utf8', offset + 4, nameEnd)] = documents;
    }
    offset += length;
  }
  return command;
}
