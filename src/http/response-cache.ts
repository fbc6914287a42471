import type { IncomingMessage, RequestListener, Server, ServerOptions, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/** Answers requests from what was answered before, ahead of routing, where an answer costs least. There is none yet. */
export interface ResponseCache {
  /** Answers a request and returns true, or returns false and leaves it, its body unread. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

/** All that decides what an answer is, beside what is stored. */
export interface AnswerFacts {
  role: string;
  /** Whether drafts are shown. */
  preview: boolean;
  /** What addresses of the server begin with. */
  origin: string;
  locales: readonly string[];
  /** The form of the answer: JSON, or one of the other formats. */
  mediaType: string;
  /** For GET: the path with its query. */
  url: string;
  /** For POST, as it came: two spellings of one request are two answers. */
  body: string;
}

/** The key under which an answer can be kept: the same for requests whose answers are the same. */
export function answerKey({ role, preview, origin, locales, mediaType, url, body }: AnswerFacts): string {
  return [role, preview ? 'preview' : '', origin, locales.join(','), mediaType, url, body].join('\n');
}

/** A server that asks the cache first, and hands on what the cache leaves. */
export function cachingServer(handler: RequestListener, options: ServerOptions, cache: ResponseCache | null): Server {
  if (!cache) return createServer(options, handler);
  return createServer(options, (request, response) => {
    if (!cache.answer(request, response)) handler(request, response);
  });
}
