import { describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { type PublicAddress, resolveOrigin } from '../../src/http/public-origin.js';

const NO_ORIGIN: PublicAddress = { publicUrl: null, allowedHosts: [] };
const ALLOWED: PublicAddress = { publicUrl: null, allowedHosts: ['signpost.example'] };
const CONFIGURED_ORIGIN: PublicAddress = { publicUrl: 'https://signpost.example', allowedHosts: [] };
const OTHER_ADDRESS = '203.0.113.9';
const LOOPBACK = '127.0.0.1';

interface RequestCase {
  address: PublicAddress;
  /** Number of trusted proxies. */
  proxies?: number;
  from?: string;
  headers: Record<string, string>;
}

/** Returns the origin of the URLs in the response to a request. */
async function origin({ address, proxies = 0, from = OTHER_ADDRESS, headers }: RequestCase): Promise<string> {
  const app = fastify({ trustProxy: (_address: string, hop: number) => hop < proxies });
  app.get('/', async (request) => resolveOrigin(request, address));
  const { body } = await app.inject({ url: '/', remoteAddress: from, headers });
  await app.close();
  return body;
}

describe('origin of URLs in responses', () => {
  test.each([
    [{ address: NO_ORIGIN, from: LOOPBACK, headers: { host: 'localhost:4000' } }, 'http://localhost:4000'],
    [{ address: NO_ORIGIN, from: LOOPBACK, headers: { host: '[::1]:4000' } }, 'http://[::1]:4000'],
    [{ address: ALLOWED, headers: { host: 'Signpost.example:8443' } }, 'http://Signpost.example:8443'],
    [
      {
        address: ALLOWED,
        proxies: 1,
        headers: { host: 'inner:80', 'x-forwarded-host': 'signpost.example', 'x-forwarded-proto': 'https' },
      },
      'https://signpost.example',
    ],
    [{ address: CONFIGURED_ORIGIN, headers: { host: 'evil.example' } }, 'https://signpost.example'],
    [{ address: CONFIGURED_ORIGIN, from: LOOPBACK, headers: { host: 'localhost:4000' } }, 'https://signpost.example'],
  ] as [RequestCase, string][])('URLs in responses have the allowed origin: %j', async (request, expected) => {
    expect(await origin(request)).toBe(expected);
  });

  test.each([
    { address: NO_ORIGIN, from: LOOPBACK, headers: { host: 'evil.example' } },
    { address: NO_ORIGIN, headers: { host: 'localhost:4000' } },
    { address: ALLOWED, headers: { host: 'signpost.example.evil.example' } },
    { address: ALLOWED, headers: { host: 'inner:80', 'x-forwarded-host': 'signpost.example' } },
    { address: ALLOWED, proxies: 1, headers: { host: 'signpost.example', 'x-forwarded-host': 'evil.example' } },
  ] as RequestCase[])('URLs in responses are relative if the host could be forged: %j', async (request) => {
    expect(await origin(request)).toBe('');
  });
});
