import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { sendError } from './errors.js';
import { clientNetwork } from './client-network.js';
import type { IsLocal } from './local.js';
import type { Rate } from './rate-limit.js';
import { RateLimit } from './rate-limit.js';
import { whenOver } from './when-over.js';

/** How much is let in. */
export interface AdmissionLimits {
  /** Requests under way at once. */
  running: number;
  /** Requests under way at once that one client may have, on this machine too: nobody takes all the places. */
  runningForOne: number;
  rate: Rate;
  /** What a failed token costs, in requests. */
  failedToken: number;
}

/** How many requests a client may send at once, how many it still may, and in how many seconds it may send all again. */
export const RATE_HEADERS = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'] as const;

const NO_HEADERS: readonly string[] = [];

/** Decides which requests are let in: by client, and by how many are under way. */
export class Admission {
  private readonly clients: RateLimit;
  /** The requests that are counted as under way, with their clients: a request forgets its own when it is cut off. */
  private readonly counted = new WeakMap<FastifyRequest, string>();
  private readonly byClient = new Map<string, number>();
  private running = 0;

  constructor(
    app: FastifyInstance,
    private readonly limits: AdmissionLimits,
    private readonly isLocal: IsLocal,
  ) {
    this.clients = new RateLimit(limits.rate);
    app.addHook('onRequest', async (request, reply) => this.limitClient(request, reply));
    app.addHook('onSend', async (request, _reply, payload) => {
      // A client that reads slowly keeps nobody else out; a stream is still being made while it is read.
      if (!(payload instanceof Readable)) this.leave(request);
    });
  }

  /** How many requests are under way. */
  get underWay(): number {
    return this.running;
  }

  /** Counts a request as under way until its answer is made, or its client has left. @throws AppError BUSY or RATE_LIMITED */
  enter(request: FastifyRequest, reply: FastifyReply): void {
    const client = clientNetwork(request.ip);
    const ofClient = this.byClient.get(client) ?? 0;
    if (this.running >= this.limits.running) {
      void reply.header('retry-after', '1');
      throw new AppError('BUSY', `The server has ${this.running} requests under way; try again in a second.`);
    }
    if (ofClient >= this.limits.runningForOne) {
      void reply.header('retry-after', '1');
      throw new AppError('RATE_LIMITED', `You have ${ofClient} requests under way; wait for their answers.`);
    }
    this.running += 1;
    this.byClient.set(client, ofClient + 1);
    this.counted.set(request, client);
    whenOver(request, reply, () => this.leave(request));
  }

  /** Makes a client that tries tokens wait sooner. */
  tokenFailed({ ip }: FastifyRequest): void {
    this.clients.take(clientNetwork(ip), this.limits.failedToken);
  }

  /**
   * Counts a request that is answered without a place.
   *
   * @returns headers for its answer, names and values in turn; null where its client has to wait
   */
  admit(request: IncomingMessage, ip: string): readonly string[] | null {
    if (this.isLocal(request)) return NO_HEADERS;
    const client = clientNetwork(ip);
    return this.clients.take(client, 1) === 0 ? this.told(client).flat() : null;
  }

  /** What a client is told of how much more it may ask. */
  private told(client: string): [name: string, value: string][] {
    const { left, fullIn } = this.clients.state(client);
    const values = [this.limits.rate.burst, left, fullIn];
    return RATE_HEADERS.map((name, at) => [name, String(values[at])]);
  }

  /** Gives the place of a request to another. */
  leave(request: FastifyRequest): void {
    const client = this.counted.get(request);
    if (client === undefined) return;
    this.counted.delete(request);
    this.running -= 1;
    const left = this.byClient.get(client)! - 1;
    if (left > 0) this.byClient.set(client, left);
    else this.byClient.delete(client);
  }

  /** How often those on this machine ask is not limited, but for the tokens that they try. */
  private limitClient(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    const client = clientNetwork(request.ip);
    const isLocal = this.isLocal(request.raw);
    const { failedToken } = this.limits;
    const triesToken = request.headers.authorization !== undefined;
    const wait = () => (triesToken ? this.clients.wait(client, failedToken) : 0);
    const seconds = isLocal ? wait() : this.clients.take(client, 1);
    if (!isLocal) void reply.headers(Object.fromEntries(this.told(client)));
    if (seconds === 0) return undefined;
    void reply.header('retry-after', String(seconds));
    return sendError(reply, new AppError('RATE_LIMITED', `Too many requests; try again in ${seconds} s.`));
  }
}
