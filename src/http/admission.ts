import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import { sendError } from './error-responses.js';
import { PerClientCounter } from './per-client-counter.js';
import { clientNetwork } from './client-network.js';
import type { LocalRequestCheck } from './loopback-request.js';
import { RateLimit, type RateLimitSettings } from './rate-limit.js';
import { onResponseEnd } from './on-response-end.js';

export interface AdmissionLimits {
  /** Maximum number of requests in flight, for all clients together. */
  maxInFlight: number;
  /** Maximum number of requests in flight per client, including local clients. */
  maxInFlightPerClient: number;
  rate: RateLimitSettings;
  /** Cost of a request with an invalid token, as a number of requests. */
  invalidTokenCost: number;
}

export const RATE_LIMIT_HEADERS = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'] as const;

/** Admission control: limits the request rate of each client and the number of requests in flight. */
export class Admission {
  private readonly rateLimit: RateLimit;
  /** Client of each request in flight. */
  private readonly clientOf = new WeakMap<FastifyRequest, string>();
  private readonly runningRequests = new PerClientCounter();

  constructor(
    app: FastifyInstance,
    private readonly limits: AdmissionLimits,
    private readonly isLocal: LocalRequestCheck,
  ) {
    this.rateLimit = new RateLimit(limits.rate);
    app.addHook('onRequest', async (request, reply) => this.limitClient(request, reply));
    app.addHook('onSend', async (request, _reply, payload) => {
      // A sent body frees the slot, so slow clients do not block others. A stream occupies its slot until it ends.
      if (!(payload instanceof Readable)) this.release(request);
    });
  }

  get inFlight(): number {
    return this.runningRequests.totalCount;
  }

  /** Counts a request as in flight until its response is sent or aborted. @throws AppError BUSY, RATE_LIMITED */
  acquire(request: FastifyRequest, reply: FastifyReply): void {
    const client = clientNetwork(request.ip);
    const [runningCount, ownCount] = [this.runningRequests.totalCount, this.runningRequests.of(client)];
    if (runningCount >= this.limits.maxInFlight) {
      void reply.header('retry-after', '1');
      throw new AppError('BUSY', `The server is processing ${runningCount} requests; try again in a second.`);
    }
    if (ownCount >= this.limits.maxInFlightPerClient) {
      void reply.header('retry-after', '1');
      throw new AppError('RATE_LIMITED', `You have ${ownCount} open requests; wait for their responses.`);
    }
    this.runningRequests.add(client);
    this.clientOf.set(request, client);
    onResponseEnd(request, reply, () => this.release(request));
  }

  /** Counts an invalid token towards the rate limit of its client, at the cost of several requests. */
  chargeInvalidToken({ ip }: FastifyRequest): void {
    this.rateLimit.take(clientNetwork(ip), this.limits.invalidTokenCost);
  }

  /** Charges a cached response to the rate limit. Returns header names and values, alternating; null over the limit. */
  charge(request: IncomingMessage, ip: string): readonly string[] | null {
    if (this.isLocal(request)) return [];
    const client = clientNetwork(ip);
    return this.rateLimit.take(client, 1) === 0 ? this.rateHeaders(client).flat() : null;
  }

  private rateHeaders(client: string): [name: string, value: string][] {
    const { left: remaining, fullIn } = this.rateLimit.state(client);
    const values = [this.limits.rate.burst, remaining, fullIn];
    return RATE_LIMIT_HEADERS.map((name, index) => [name, String(values[index])]);
  }

  /** Stops counting a request as in flight. */
  release(request: FastifyRequest): void {
    const client = this.clientOf.get(request);
    if (client === undefined) return;
    this.clientOf.delete(request);
    this.runningRequests.remove(client);
  }

  /** Applies the rate limit to a request. Requests from this machine are limited only after invalid tokens. */
  private limitClient(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    const client = clientNetwork(request.ip);
    const isLocal = this.isLocal(request.raw);
    const { invalidTokenCost } = this.limits;
    const hasToken = request.headers.authorization !== undefined;
    const tokenWait = () => (hasToken ? this.rateLimit.secondsUntil(client, invalidTokenCost) : 0);
    const seconds = isLocal ? tokenWait() : this.rateLimit.take(client, 1);
    if (!isLocal) void reply.headers(Object.fromEntries(this.rateHeaders(client)));
    if (seconds === 0) return undefined;
    void reply.header('retry-after', String(seconds));
    return sendError(reply, new AppError('RATE_LIMITED', `Too many requests; try again in ${seconds} s.`));
  }
}
