import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';

const OP_MSG = 2013;
const HEADER_BYTES = 16;
/** Offset after the header, the flags and the kind of the first section. */
const BODY_AT = HEADER_BYTES + 5;

interface Failure {
  /** Closes the connection instead of sending the command. */
  closeConnection?: boolean;
  errorCode?: number;
  errorLabels?: string[];
  writeConcernError?: Document;
  blockConnection?: boolean;
  blockTimeMS?: number;
}

/** A proxy in front of a database that forwards messages, and makes commands fail as `configureFailPoint` specifies. */
export class FaultProxy {
  private left = 0;
  private skip = 0;
  private failed = 0;
  private commands = new Set<string>();
  private failure: Failure = {};
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((client) => this.serve(client));

  private constructor(private readonly target: URL) {}

  static async before(uri: string): Promise<FaultProxy> {
    const port = new FaultProxy(new URL(uri));
    port.server.listen(0, '127.0.0.1');
    await once(port.server, 'listening');
    return port;
  }

  /** The connection string of the database through this proxy. */
  get uri(): string {
    return `mongodb://127.0.0.1:${(this.server.address() as AddressInfo).port}/?directConnection=true`;
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private serve(client: Socket): void {
    const database = connect(decodeURIComponent(this.target.hostname));
    /** Fields to add to the next reply. */
    let addition: Document = {};
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.sockets.delete(socket);
        for (const each of [client, database]) each.destroy();
      });
    }
    onMessages(database, async (message) => {
      client.write(withFields(message, addition));
      addition = {};
    });
    onMessages(client, async (message) => {
      const command = commandOf(message);
      const [name = ''] = Object.keys(command);
      if (name === 'configureFailPoint') return void client.write(makeReply(message, this.configure(command)));
      const failure = this.handleConnection(name);
      if (failure?.blockConnection) await new Promise((resolve) => setTimeout(resolve, failure.blockTimeMS));
      if (failure?.closeConnection) return void client.destroy();
      const { errorCode: code, errorLabels, writeConcernError } = failure ?? {};
      const labels = errorLabels && { errorLabels };
      if (code !== undefined) {
        const errmsg = "Failing command via 'failCommand' failpoint";
        return void client.write(makeReply(message, { ok: 0, errmsg, code, ...labels }));
      }
      addition = { ...(writeConcernError && { writeConcernError }), ...labels };
      database.write(message);
    });
  }

  /**
   * Configures a fail point like MongoDB. In addition, `times` and `skip` can be combined, to fail one of many
   * commands.
   */
  private configure({ mode, data }: Document): Document {
    const reply = { ok: 1, count: this.failed };
    this.failed = 0;
    this.skip = mode.skip ?? 0;
    this.left = mode === 'off' ? 0 : (mode.times ?? Infinity);
    this.commands = new Set(data?.failCommands);
    this.failure = data ?? {};
    return reply;
  }

  private handleConnection(name: string): Failure | undefined {
    if (this.left <= 0 || !this.commands.has(name)) return undefined;
    if (this.skip > 0) {
      this.skip--;
      return undefined;
    }
    this.left--;
    this.failed++;
    return this.failure;
  }
}

/** Handles the messages of a socket sequentially. */
function onMessages(socket: Socket, handle: (message: Buffer) => Promise<void>): void {
  let pendingBytes = Buffer.alloc(0);
  let before = Promise.resolve();
  socket.on('data', (chunk: Buffer) => {
    pendingBytes = Buffer.concat([pendingBytes, chunk]);
    while (pendingBytes.length >= HEADER_BYTES && pendingBytes.length >= pendingBytes.readInt32LE(0)) {
      const message = pendingBytes.subarray(0, pendingBytes.readInt32LE(0));
      pendingBytes = pendingBytes.subarray(message.length);
      before = before.then(() => handle(message));
    }
  });
}

/** Returns the body of a message, or an empty document for the legacy handshake. */
function commandOf(message: Buffer): Document {
  return message.readInt32LE(12) === OP_MSG ? BSON.deserialize(bodyOf(message)) : {};
}

function bodyOf(message: Buffer): Buffer {
  return message.subarray(BODY_AT, BODY_AT + message.readInt32LE(BODY_AT));
}

function makeReply(request: Buffer, body: Document): Buffer {
  const head = Buffer.alloc(BODY_AT);
  const message = Buffer.concat([head, BSON.serialize(body)]);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(request.readInt32LE(4), 8);
  message.writeInt32LE(OP_MSG, 12);
  return message;
}

/** Returns a reply with additional fields. */
function withFields(reply: Buffer, fields: Document): Buffer {
  if (Object.keys(fields).length === 0) return reply;
  const body = BSON.deserialize(bodyOf(reply), { promoteValues: false });
  const message = makeReply(reply, { ...body, ...fields });
  reply.copy(message, 8, 8, 12);
  return message;
}
