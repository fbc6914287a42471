import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { QUERY_LIMITS } from '../../src/query/limits.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

/** The pages with requests and their responses. */
const PAGES = ['docs/querying.md', 'docs/analysing.md', 'docs/getting-started.md'];

/** A request on a page and the response below it: a body, or a status with headers. */
interface Sample {
  name: string;
  method: 'GET' | 'POST';
  address: string;
  headers: Record<string, string>;
  query: string;
  form: string;
  answer: string;
}

const samples = PAGES.flatMap((page) => samplesOf(page, readFileSync(page, 'utf8')));

function samplesOf(page: string, text: string): Sample[] {
  const pattern = /```http\n(GET|POST) ([^]*?)\n\n([^]*?)```\n\n```(json|http)\n([^]*?)```/g;
  return [...text.matchAll(pattern)].map(([, method, head, query, form, answer]): Sample => {
    const [address, ...headers] = head!.split('\n');
    return {
      name: `${page}: ${method} ${address} ${query!.slice(0, 60)}`,
      method: method as Sample['method'],
      address: address!,
      headers: headersOf(headers),
      query: query!,
      form: form!,
      answer: answer!,
    };
  });
}

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withCounts: true });
});
afterAll(() => server.close());

test.each(PAGES)('every request in %s is followed by a sample response', (page) => {
  const text = readFileSync(page, 'utf8');
  expect(samplesOf(page, text)).toHaveLength([...text.matchAll(/^(GET|POST) /gm)].length);
});

test('the query limits in docs/querying.md are those of the server', () => {
  const { tokens, depth, aliases, rootFields } = QUERY_LIMITS;
  const sentence = `${tokens} tokens, fragments included, ${depth} levels, ${aliases} aliases and ${rootFields} root fields`;
  const text = readFileSync('docs/querying.md', 'utf8').replaceAll('\n', ' ');
  expect(text.includes(sentence) ? 'documented' : sentence).toBe('documented');
});

test.each(samples)('$name returns the sample response', async ({ method, address, headers, query, form, answer }) => {
  const get = new URL(address, 'http://server');
  get.searchParams.set('query', query.trim());
  const response = await server.inject(
    method === 'GET'
      ? { url: get.pathname + get.search, headers }
      : { method, url: address, headers: { ...headers, 'content-type': 'application/json' }, payload: { query } },
  );
  if (form === 'json') {
    expect(pickSampleFields(response.json(), JSON.parse(answer))).toEqual(JSON.parse(answer));
    return;
  }
  const [status, ...rest] = answer.trim().split('\n');
  expect(String(response.statusCode)).toBe(status);
  expect(response.headers).toMatchObject(headersOf(rest));
  if (status === '304') expect(response.body).toBe('');
});

function headersOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
}

/** Returns the response, with … in the places where the sample has … for a variable value. */
function pickSampleFields(actual: unknown, sample: unknown): unknown {
  if (sample === '…') return actual === undefined ? undefined : '…';
  if (typeof actual !== 'object' || actual === null || typeof sample !== 'object' || sample === null) return actual;
  if (Array.isArray(actual)) return actual.map((each, index) => pickSampleFields(each, (sample as unknown[])[index]));
  return Object.fromEntries(
    Object.entries(actual).map(([key, value]) => [
      key,
      pickSampleFields(value, (sample as Record<string, unknown>)[key]),
    ]),
  );
}
