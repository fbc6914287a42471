import type { Socket } from 'node:net';
import { UnsupportedValueError } from '../bson/decode.js';
import { CommandError } from '../command-error.js';
import { encodeReply, MAX_MESSAGE_BYTES, parseMessage, ProtocolError, type WireRequest } from './message.js';

/** Maximum number of bytes that are buffered while a command runs. */
const MAX_BUFFERED_BYTES = 1 << 20;

/** Runs a command and returns its reply. Rejects only on internal errors. */
export type RequestHandler = (request: WireRequest) => Promise<object> | object;

/** Serves a client, one message at a time. Protocol errors close the connection; `onError` receives others. */
export function serveConnection(socket: Socket, handle: RequestHandler, onError: (error: unknown) => void): void {
  let chunks: Buffer[] = [];
  let bufferedBytes = 0;
  let isWorking = false;
  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bufferedBytes += chunk.length;
    if (!isWorking) void runMessages();
    else if (bufferedBytes > MAX_BUFFERED_BYTES) socket.pause(); // unread data is buffered by the kernel, not by this process
  });

  function nextMessage(): Buffer | undefined {
    if (bufferedBytes < 16) return undefined;
    if (chunks.length > 1 && chunks[0]!.length < 16) chunks = [Buffer.concat(chunks)];
    const length = chunks[0]!.readInt32LE(0);
    if (length < 16 || length > MAX_MESSAGE_BYTES) throw new ProtocolError('the length of a message is wrong');
    if (bufferedBytes < length) return undefined;
    const buffer = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, bufferedBytes);
    chunks = buffer.length > length ? [buffer.subarray(length)] : [];
    bufferedBytes -= length;
    return buffer.subarray(0, length);
  }

  async function runMessages(): Promise<void> {
    isWorking = true;
    try {
      for (let message = nextMessage(); message && !socket.destroyed; message = nextMessage()) {
        const request = parse(message);
        if (!request) continue;
        const pendingReply = handle(request);
        const reply = pendingReply instanceof Promise ? await pendingReply : pendingReply;
        if (!request.noReply && !socket.destroyed) await send(encodeReply(request, reply));
      }
    } catch (error) {
      if (!(error instanceof ProtocolError) && !(error instanceof CommandError)) onError(error);
      socket.destroy();
    }
    isWorking = false;
    if (socket.isPaused()) socket.resume();
  }

  /** Parses a message. Replies with an error if it contains an unsupported value. */
  function parse(message: Buffer): WireRequest | undefined {
    try {
      return parseMessage(message);
    } catch (error) {
      if (!(error instanceof UnsupportedValueError)) throw error;
      void send(encodeReply({ requestId: message.readInt32LE(4), legacy: false }, error.toReply()));
      return undefined;
    }
  }

  function send(bytes: Buffer): Promise<void> | void {
    if (socket.write(bytes)) return;
    return new Promise((resolve) => {
      const onDone = () => {
        socket.off('drain', onDone).off('close', onDone);
        resolve();
      };
      socket.on('drain', onDone).on('close', onDone);
    });
  }
}
