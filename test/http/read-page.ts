import { expect } from '@jest/globals';
import type { SeededApp } from '../graphql/seeded-app.js';

/** Options of a page request, and its expected status. */
interface PageRequest {
  headers?: object;
  status?: number;
}

/** Returns a function that requests a page of a server like a browser. @param usual headers of every request */
export function pageReader(server: () => Pick<SeededApp, 'inject'>, usual: object = {}) {
  return async (url: string, { headers, status = 200 }: PageRequest = {}): Promise<string> => {
    const answer = await server().inject({ url, headers: { accept: 'text/html,*/*;q=0.8', ...usual, ...headers } });
    expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([
      url,
      status,
      expect.stringContaining('text/html'),
    ]);
    return answer.body;
  };
}

/** Returns the text of a page without tags, in one line. */
export function textOf(body: string, between = ''): string {
  return body.replace(/<[^>]*>/g, between).replace(/\s+/g, ' ');
}
