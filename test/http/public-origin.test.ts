import { describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import type { PublicAddress } from '../../src/http/public-origin.js';
import { resolveOrigin } from '../../src/http/public-origin.js';

const NOBODY: PublicAddress = { publicUrl: null, allowedHosts: [] };
const ALLOWED: PublicAddress = { publicUrl: null, allowedHosts: ['signpost.example'] };
const SAID: PublicAddress = { publicUrl: 'https://signpost.example', allowedHosts: [] };
const ELSEWHERE = '203.0.113.9';
const HERE = '127.0.0.1';

interface Asked {
  address: PublicAddress;
  /** Number of trusted proxies. */
  proxies?: number;
  from?: string;
  headers: Record<string, string>;
}

/** Returns the origin of the URLs in the response to a request. */
async function origin({ address, proxies = 0, from = ELSEWHERE, headers }: Asked): Promise<string> {
  const app = fastify({ trustProxy: (_address: string, hop: number) => hop < proxies });
  app.get('/', async (request) => resolveOrigin(request, address));
  const { body } = await app.inject({ url: '/', remoteAddress: from, headers });
  await app.close();
  return body;
}

describe('URLs in responses start', () => {
  test.each([
    [{ address: NOBODY, from: HERE, headers: { host: 'localhost:4000' } }, 'http://localhost:4000'],
    [{ address: NOBODY, from: HERE, headers: { host: '[::1]:4000' } }, 'http://[::1]:4000'],
    [{ address: ALLOWED, headers: { host: 'Signpost.example:8443' } }, 'http://Signpost.example:8443'],
    [
      {
        address: ALLOWED,
        proxies: 1,
        headers: { host: 'inner:80', 'x-forwarded-host': 'signpost.example', 'x-forwarded-proto': 'https' },
      },
      'https://signpost.example',
    ],
    [{ address: SAID, headers: { host: 'evil.example' } }, 'https://signpost.example'],
    [{ address: SAID, from: HERE, headers: { host: 'localhost:4000' } }, 'https://signpost.example'],
  ] as [Asked, string][])('with the configured or allowed origin: %j', async (asked, expected) => {
    expect(await origin(asked)).toBe(expected);
  });

  test.each([
    { address: NOBODY, from: HERE, headers: { host: 'evil.example' } },
    { address: NOBODY, headers: { host: 'localhost:4000' } },
    { address: ALLOWED, headers: { host: 'signpost.example.evil.example' } },
    { address: ALLOWED, headers: { host: 'inner:80', 'x-forwarded-host': 'signpost.example' } },
    { address: ALLOWED, proxies: 1, headers: { host: 'signpost.example', 'x-forwarded-host': 'evil.example' } },
  ] as Asked[])('at the root if the host could be forged: %j', async (asked) => {
    expect(await origin(asked)).toBe('');
  });
});
