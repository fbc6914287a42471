import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../admission.js';
import type { Dependencies } from '../../store/dependencies.js';
import type { Kept } from '../../store/dependencies/kept.js';
import { encode, makeEtag } from '../encoding.js';
import { addVary } from '../vary.js';
import { Flight } from './flight.js';
import { KeptAnswer } from './kept-answer.js';
import type { Client, RequestKeys } from './request-key.js';
import { surrogateKeys } from './surrogate-keys.js';

/** Bytes of bodies that are being read at once; beyond them, requests are left to be read where they are answered. */
const MOST_READING = 16 * 1024 * 1024;
/** What an answer begins with that holds errors: those come first. */
const WITH_ERRORS = '{"errors"';

/** How a cache is set up. */
export interface CacheOptions {
  /** Where answers are kept. */
  kept: Kept<KeptAnswer>;
  keys: RequestKeys;
  /** Who asks. */
  readClient: (request: IncomingMessage) => Client;
  /** Aborted when the server is about to stop, and answers nothing here any more. */
  stopping?: AbortSignal | undefined;
}

/** How requests were answered. */
export interface CacheCounts {
  /** From what was kept. */
  hit: number;
  /** With what was being made for another. */
  joined: number;
  /** Anew, and perhaps kept. */
  missed: number;
  /** Anew, because the position of the log could not be read, so that stored responses might be stale. */
  unsure: number;
}

/**
 * Answers the public from what was answered before, ahead of routing, where an answer costs least. What is kept is what
 * a fresh answer would be: a change takes back what depends on it, and where the position of the log was not read lately,
 * it is read first.
 */
export class ResponseCache {
  private readonly kept: Kept<KeptAnswer>;
  /** Answers that are being made, by what is asked, and by the request that they are made for. */
  private readonly flights = new Map<string, Flight<KeptAnswer>>();
  private readonly flightOf = new WeakMap<IncomingMessage, Flight<KeptAnswer>>();
  /** Bodies that were read here, for whoever answers in the end. */
  private readonly bodies = new WeakMap<IncomingMessage, Buffer>();
  private reading = 0;
  private readonly arriving = new Set<IncomingMessage>();
  private handler: RequestListener = () => undefined;
  private admission: Pick<Admission, 'admit'> | null = null;
  readonly counts: CacheCounts = { hit: 0, joined: 0, missed: 0, unsure: 0 };

  constructor(private readonly options: CacheOptions) {
    this.kept = options.kept;
  }

  /** How much is kept. */
  get held(): { count: number; bytes: number } {
    return this.kept.held;
  }

  /** How many requests have bodies that are on their way. */
  get awaited(): number {
    return this.arriving.size;
  }

  /** Says what is at the addresses that begin with this part, the empty one for the first page. */
  cover(first: string, what: 'API' | 'PAGE'): void {
    this.options.keys.cover(first, what);
  }

  /** Answers requests, or hands them on. @param handler answers all others */
  before(handler: RequestListener): RequestListener {
    this.handler = handler;
    return (request, response) => this.take(request, response);
  }

  /** Counts what is answered here among what clients may ask. */
  limitBy(admission: Pick<Admission, 'admit'>): void {
    this.admission = admission;
  }

  /** Gives requests back the bodies that were read here. */
  addBodies(app: FastifyInstance): void {
    app.addHook('preParsing', async (request, _reply, payload) => {
      const body = this.bodies.get(request.raw);
      return body ? Readable.from([body]) : payload;
    });
  }

  /** Keeps what the routes of a scope answer, where they note what they read in `findDependencies`. To be called after their own hooks. */
  keepAnswers(scope: FastifyInstance): void {
    scope.addHook('onSend', async (request, reply, payload) => {
      const flight = this.flightOf.get(request.raw);
      if (!flight) return payload;
      this.land(flight, reply, payload);
      return encode(request, reply, payload);
    });
  }

  /** Whether an answer is encoded where it is kept, and not before. */
  isMaking({ raw }: FastifyRequest): boolean {
    return this.flightOf.has(raw);
  }

  /** In which it is to be noted what the answer to a request depends on, so that it can be kept; null where it will not be. */
  findDependencies({ raw }: FastifyRequest): Dependencies | null {
    const flight = this.flightOf.get(raw);
    if (!flight) return null;
    return (flight.dependencies ??= this.kept.noDependencies());
  }

  /** Lets nobody wait for the answer to a request: it is a stream, and may never end. */
  shareNothing({ raw }: FastifyRequest): void {
    const flight = this.flightOf.get(raw);
    if (flight) this.end(flight, null);
  }

  /** Gives nothing again of what was answered until now. */
  forget(): void {
    this.kept.forget();
  }

  close(): void {
    this.kept.close();
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    const client = this.options.readClient(request);
    const { ip } = client;
    const key = this.options.stopping?.aborted ? null : this.options.keys.of(client);
    if (key === null) return this.handler(request, response);
    if (request.method !== 'POST') return this.answer(key, { request, response, ip });
    const length = Number(request.headers['content-length']);
    if (this.reading + length > MOST_READING) return this.handler(request, response);
    this.reading += length;
    this.arriving.add(request);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('close', () => {
      this.reading -= length;
      this.arriving.delete(request);
    });
    request.once('end', () => {
      this.arriving.delete(request);
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      this.bodies.set(request, body);
      this.answer(`${key}\n${body.toString('latin1')}`, { request, response, ip });
    });
  }

  private answer(key: string, asked: Asked): void {
    if (this.kept.isFresh) return this.answerFresh(key, asked);
    void this.kept.refresh().then((isFresh) => {
      if (isFresh) return this.answerFresh(key, asked);
      this.counts.unsure += 1;
      return this.handler(asked.request, asked.response);
    });
  }

  private answerFresh(key: string, asked: Asked): void {
    const answer = this.kept.get(key);
    if (answer) return this.send(answer, key, asked, 'hit');
    const flight = this.flights.get(key);
    const isJoined = flight?.begun === this.kept.clock && flight.join((shared) => this.share(shared, key, asked));
    if (!isJoined) this.begin(key, asked);
  }

  private begin(key: string, { request, response }: Asked): void {
    this.counts.missed += 1;
    const flight = new Flight<KeptAnswer>(key, this.kept.clock);
    this.flights.set(key, flight);
    this.flightOf.set(request, flight);
    response.once('close', () => this.end(flight, null));
    this.handler(request, response);
  }

  /** Keeps an answer that turned out to be one that can be kept, and gives it to those who wait. */
  private land(flight: Flight<KeptAnswer>, reply: FastifyReply, payload: unknown): void {
    const { dependencies } = flight;
    const isWhole = reply.statusCode === 200 && typeof payload === 'string' && !payload.startsWith(WITH_ERRORS);
    if (!isWhole || !dependencies?.isComplete || isPrivate(reply)) return this.end(flight, null);
    addVary(reply, 'accept-encoding');
    if (reply.request.method !== 'POST') {
      const keys = surrogateKeys(dependencies.tags.keys());
      // Who has the tag has the keys as well, so that they need not be sent again.
      const etag = makeEtag(`${payload}${keys}`);
      void reply.headers({ etag, 'cache-control': 'public, no-cache' });
      if (keys !== '') void reply.header('surrogate-key', keys);
    }
    const answer = new KeptAnswer(reply.getHeaders() as OutgoingHttpHeaders, payload, dependencies);
    if (!this.kept.isCurrent(answer, flight.begun)) return this.end(flight, null);
    this.kept.put(flight.key, answer);
    this.end(flight, answer);
  }

  private end(flight: Flight<KeptAnswer>, answer: KeptAnswer | null): void {
    if (this.flights.get(flight.key) === flight) this.flights.delete(flight.key);
    flight.land(answer);
  }

  private share(answer: KeptAnswer | null, key: string, asked: Asked): void {
    if (answer) this.send(answer, key, asked, 'joined');
    else this.handler(asked.request, asked.response);
  }

  private send(answer: KeptAnswer, key: string, { request, response, ip }: Asked, how: 'hit' | 'joined'): void {
    const more = this.admission ? this.admission.admit(request, ip) : [];
    // Whoever has to wait is told so where all are.
    if (more === null) return this.handler(request, response);
    this.counts[how] += 1;
    answer.send(request, response, more, (bytes) => this.kept.grow(key, answer, bytes));
  }
}

/** Whether the handler of a route forbids shared caches to store its response. */
function isPrivate(reply: FastifyReply): boolean {
  return /\b(?:no-store|private)\b/.test(String(reply.getHeader('cache-control') ?? ''));
}

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  ip: string;
}
