import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Listener, LiveNews } from '../graphql/live/live-news.js';
import type { LiveOperation } from '../graphql/live/live-operation.js';
import { AppError } from '../errors.js';
import { clientNetwork } from './client-network.js';
import { whenOver } from './when-over.js';

/** What streams may take. */
export interface StreamLimits {
  /** Streams at once, for all and for one client. */
  open: number;
  openForOne: number;
  /** Milliseconds between two signs of life. */
  heartbeatMs: number;
  /** Changes that may wait to be told to one client, and bytes that may wait to be read by it. */
  waiting: number;
  waitingBytes: number;
}

/** What they may take unless more is said. */
export const STREAM_LIMITS: StreamLimits = {
  open: 1000,
  openForOne: 20,
  heartbeatMs: 15_000,
  waiting: 1000,
  waitingBytes: 1024 * 1024,
};

/** A stream that is open. */
interface Stream {
  reply: FastifyReply;
  /** Whether who reads may go on reading. */
  mayGoOn: () => Promise<boolean>;
}

/** The headers of a stream. */
export const STREAM_HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A proxy that gathers answers would keep what is told now until there is more of it.
  'x-accel-buffering': 'no',
};

/** The open streams of server-sent events, in the form that `graphql-sse` gives them: a connection for each. */
export class Streams {
  private readonly open = new Set<Stream>();
  private readonly byClient = new Map<string, number>();
  private heartbeat: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(
    app: FastifyInstance,
    private readonly news: LiveNews,
    private readonly limits: StreamLimits,
    stopping: AbortSignal | undefined,
  ) {
    stopping?.addEventListener('abort', () => this.stop(), { once: true });
    app.addHook('preClose', async () => this.stop());
  }

  /** How many are open. */
  get count(): number {
    return this.open.size;
  }

  /** @throws AppError BUSY, RATE_LIMITED  no more can be opened */
  checkRoom(request: FastifyRequest): void {
    if (this.isStopping || this.open.size >= this.limits.open) {
      throw new AppError('BUSY', `The server tells ${this.open.size} clients of changes; try again later.`);
    }
    const ofClient = this.byClient.get(clientNetwork(request.ip)) ?? 0;
    if (ofClient >= this.limits.openForOne) {
      throw new AppError('RATE_LIMITED', `You have ${ofClient} streams open; close one first.`);
    }
  }

  /** Tells a client of what happens, for as long as it reads. */
  begin(operation: LiveOperation, request: FastifyRequest, reply: FastifyReply, mayGoOn: Stream['mayGoOn']): void {
    const stream: Stream = { reply, mayGoOn };
    const client = clientNetwork(request.ip);
    const { raw } = reply.hijack();
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...STREAM_HEAD });
    // What was sent is on its way, however little it is.
    raw.socket?.setNoDelay(true);
    raw.write(':\n\n');
    this.open.add(stream);
    this.byClient.set(client, (this.byClient.get(client) ?? 0) + 1);
    this.heartbeat ??= setInterval(() => this.beat(), this.limits.heartbeatMs).unref();
    const listener: Listener = {
      after: operation.after,
      mostWaiting: this.limits.waiting,
      tell: async (what) => {
        const answers = await operation.answers(what);
        for (const { after, text } of answers) this.send(stream, `event: next\nid: ${after}\ndata: ${text}\n\n`);
        return answers.reduce((sum, { price }) => sum + price, 0);
      },
      // Whoever comes back with the last number misses nothing.
      fail: (error) => {
        request.log.warn({ err: error }, 'a stream was broken off');
        raw.destroy();
      },
    };
    const end = this.news.listen(listener);
    whenOver(request, reply, () => {
      end();
      this.open.delete(stream);
      const left = this.byClient.get(client)! - 1;
      if (left > 0) this.byClient.set(client, left);
      else this.byClient.delete(client);
      if (this.open.size > 0 || !this.heartbeat) return;
      clearInterval(this.heartbeat);
      this.heartbeat = null;
    });
  }

  private send({ reply: { raw } }: Stream, text: string): void {
    if (raw.writableLength + text.length > this.limits.waitingBytes) raw.destroy();
    else raw.write(text);
  }

  private beat(): void {
    for (const stream of this.open) {
      this.send(stream, ':\n\n');
      stream.mayGoOn().then(
        (isAllowed) => isAllowed || stream.reply.raw.end('event: complete\ndata:\n\n'),
        () => undefined,
      );
    }
  }

  /** Ends all without a last word, by which clients know that they are to come back. */
  private stop(): void {
    this.isStopping = true;
    for (const { reply } of this.open) reply.raw.end();
  }
}
