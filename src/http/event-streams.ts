import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChangeListener, ChangeBroadcaster } from '../graphql/live/change-broadcaster.js';
import type { LiveSubscription } from '../graphql/live/live-subscription.js';
import { AppError } from '../errors.js';
import { PerClientCounter } from './per-client-counter.js';
import { clientNetwork } from './client-network.js';
import { onResponseEnd } from './on-response-end.js';

export interface StreamLimits {
  /** Maximum number of concurrent streams: for all clients together, and for each client. */
  maxOpen: number;
  maxOpenPerClient: number;
  /** Interval between keep-alive comments, in milliseconds. */
  heartbeatMs: number;
  /** Maximum number per stream of queued changes, and of unsent bytes. */
  maxQueuedChanges: number;
  maxQueuedBytes: number;
}

export const STREAM_LIMITS: StreamLimits = {
  maxOpen: 1000,
  maxOpenPerClient: 20,
  heartbeatMs: 15_000,
  maxQueuedChanges: 1000,
  maxQueuedBytes: 1024 * 1024,
};

interface Stream {
  reply: FastifyReply;
  /** Whether the client is still authorised. */
  isAuthorised: () => Promise<boolean>;
}

export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Prevents proxies from buffering the events.
  'x-accel-buffering': 'no',
};

/** The open streams of server-sent events, in the distinct connections mode of `graphql-sse`. */
export class EventStreams {
  private readonly openStreams = new Set<Stream>();
  private readonly streamCounter = new PerClientCounter();
  private heartbeatTimer: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(
    app: FastifyInstance,
    private readonly broadcaster: ChangeBroadcaster,
    private readonly limits: StreamLimits,
    stopping: AbortSignal | undefined,
  ) {
    stopping?.addEventListener('abort', () => this.stop(), { once: true });
    app.addHook('preClose', async () => this.stop());
  }

  /** Number of open streams. */
  get count(): number {
    return this.openStreams.size;
  }

  /** Checks whether a client may open another stream. @throws AppError BUSY, RATE_LIMITED */
  checkCapacity(request: FastifyRequest): void {
    if (this.isStopping || this.openStreams.size >= this.limits.maxOpen) {
      throw new AppError('BUSY', `The server has ${this.openStreams.size} open subscriptions; try again later.`);
    }
    const ownCount = this.streamCounter.of(clientNetwork(request.ip));
    if (ownCount >= this.limits.maxOpenPerClient) {
      throw new AppError('RATE_LIMITED', `You have ${ownCount} streams open; close one first.`);
    }
  }

  /** Sends events to a client until it disconnects. */
  begin(
    operation: LiveSubscription,
    request: FastifyRequest,
    reply: FastifyReply,
    isAuthorised: Stream['isAuthorised'],
  ): void {
    const stream: Stream = { reply, isAuthorised };
    const client = clientNetwork(request.ip);
    const { raw } = reply.hijack();
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...STREAM_HEADERS });
    // Sends small events immediately.
    raw.socket?.setNoDelay(true);
    raw.write(':\n\n');
    this.openStreams.add(stream);
    this.streamCounter.add(client);
    this.heartbeatTimer ??= setInterval(() => this.sendHeartbeats(), this.limits.heartbeatMs).unref();
    const listener: ChangeListener = {
      after: operation.after,
      maxQueued: this.limits.maxQueuedChanges,
      send: async (event) => {
        const responses = await operation.responsesTo(event);
        for (const { after, text } of responses) this.send(stream, `event: next\nid: ${after}\ndata: ${text}\n\n`);
        return responses.reduce((sum, { cost }) => sum + cost, 0);
      },
      // A client that reconnects with its last event ID misses nothing.
      fail: (error) => {
        request.log.warn({ err: error }, 'stream aborted');
        raw.destroy();
      },
    };
    const unsubscribe = this.broadcaster.listen(listener);
    onResponseEnd(request, reply, () => {
      unsubscribe();
      this.openStreams.delete(stream);
      this.streamCounter.remove(client);
      if (this.openStreams.size > 0 || !this.heartbeatTimer) return;
      clearInterval(this.heartbeatTimer);
      this.heartbeatTimer = null;
    });
  }

  private send({ reply: { raw } }: Stream, text: string): void {
    if (raw.writableLength + text.length > this.limits.maxQueuedBytes) raw.destroy();
    else raw.write(text);
  }

  private sendHeartbeats(): void {
    for (const stream of this.openStreams) {
      this.send(stream, ':\n\n');
      stream.isAuthorised().then(
        (isAllowed) => isAllowed || stream.reply.raw.end('event: complete\ndata:\n\n'),
        () => undefined,
      );
    }
  }

  /** Ends all streams without a final event, so that clients reconnect. */
  private stop(): void {
    this.isStopping = true;
    for (const { reply } of this.openStreams) reply.raw.end();
  }
}
