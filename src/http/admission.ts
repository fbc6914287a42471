import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { sendError } from './errors.js';
import { LOOPBACK } from './local.js';
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

  /** How many requests are under way. */
  get underWay(): number {
    return this.running;
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
    this.clients.take(ip, this.limits.failedToken);
  }

  private leave(request: FastifyRequest): void {
    if (this.counted.delete(request)) this.running -= 1;
  }

  /** Those on this machine are not limited, but for the tokens that they try. */
  private limitClient(request: FastifyRequest, reply: FastifyReply, requests: number): FastifyReply | undefined {
    const { ip, headers } = request;
    const { failedToken } = this.limits;
    const triesToken = headers.authorization !== undefined;
    const wait = () => (triesToken ? this.clients.wait(ip, failedToken) : 0);
    const seconds = LOOPBACK.has(ip) ? wait() : this.clients.take(ip, requests);
    if (seconds === 0) return undefined;
    void reply.header('retry-after', String(seconds));
    return sendError(reply, new AppError('RATE_LIMITED', `Too many requests; try again in ${seconds} s.`));
  }
}
