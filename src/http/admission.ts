import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { sendError } from './errors.js';
import type { Rate } from './rate-limit.js';
import { RateLimit } from './rate-limit.js';

/** How much is let in. */
export interface AdmissionLimits {
  /** Requests under way at once. */
  running: number;
  rate: Rate;
  /** What a failed token costs, in requests. */
  failedToken: number;
}

/** Several clients behind a proxy on this machine would share one bucket; such a proxy has to limit them itself. */
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Decides which requests are let in: by client, and by how many are under way. */
export class Admission {
  private readonly clients: RateLimit;
  private readonly counted = new WeakSet<FastifyRequest>();
  private running = 0;

  constructor(
    app: FastifyInstance,
    private readonly limits: AdmissionLimits,
  ) {
    this.clients = new RateLimit(limits.rate);
    app.addHook('onRequest', async (request, reply) => this.limitClient(request, reply, 1));
    app.addHook('onSend', async (request, _reply, payload) => {
      // A client that reads slowly keeps nobody else out; a stream is still being made while it is read.
      if (!(payload instanceof Readable)) this.leave(request);
    });
    app.addHook('onResponse', async (request) => this.leave(request));
  }

  /** Counts a request as under way until its answer is made. @throws AppError BUSY */
  enter(request: FastifyRequest, reply: FastifyReply): void {
    if (this.running >= this.limits.running) {
      void reply.header('retry-after', '1');
      throw new AppError('BUSY', `The server has ${this.running} requests under way; try again in a second.`);
    }
    this.running += 1;
    this.counted.add(request);
  }

  /** Makes a client that tries tokens wait sooner. */
  tokenFailed({ ip }: FastifyRequest): void {
    if (!LOOPBACK.has(ip)) this.clients.take(ip, this.limits.failedToken);
  }

  private leave(request: FastifyRequest): void {
    if (this.counted.delete(request)) this.running -= 1;
  }

  private limitClient({ ip }: FastifyRequest, reply: FastifyReply, requests: number): FastifyReply | undefined {
    const seconds = LOOPBACK.has(ip) ? 0 : this.clients.take(ip, requests);
    if (seconds === 0) return undefined;
    void reply.header('retry-after', String(seconds));
    return sendError(reply, new AppError('RATE_LIMITED', `Too many requests; try again in ${seconds} s.`));
  }
}
