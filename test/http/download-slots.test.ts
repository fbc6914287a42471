import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DOWNLOAD_LIMITS } from '../../src/http/files/download-limits.js';
import { DownloadSlots, type SlotKind } from '../../src/http/files/download-slots.js';

/** Acquires a slot for a client. Returns a function that releases it, or the error code. */
function entered(
  places: DownloadSlots,
  ip: string,
  sort: SlotKind = 'FILE',
): { end: () => void } | { code: unknown; after: unknown } {
  const rawRequest = new EventEmitter();
  const request = { ip, raw: { socket: new EventEmitter() } };
  const headers: Record<string, unknown> = {};
  const reply = { raw: rawRequest, header: (name: string, value: unknown) => (headers[name] = value) };
  try {
    places.acquire(request as unknown as FastifyRequest, reply as unknown as FastifyReply, sort);
    return { end: () => rawRequest.emit('close') };
  } catch (error) {
    return { code: (error as { code: unknown }).code, after: headers['retry-after'] };
  }
}

test('one client can download a limited number of files concurrently', () => {
  const places = new DownloadSlots({ ...DOWNLOAD_LIMITS, concurrentFiles: 8, concurrentFilesPerClient: 2 });
  const first = entered(places, 'a') as { end: () => void };
  entered(places, 'a');
  expect(entered(places, 'a')).toEqual({ code: 'RATE_LIMITED', after: '5' });
  expect(entered(places, 'b')).toHaveProperty('end');
  first.end();
  expect(entered(places, 'a')).toHaveProperty('end');
  expect(entered(places, 'a')).toMatchObject({ code: 'RATE_LIMITED' });
});

test('all clients together can download a limited number of files; tables to display on pages use other slots', () => {
  const places = new DownloadSlots({
    ...DOWNLOAD_LIMITS,
    concurrentFiles: 3,
    concurrentFilesPerClient: 2,
    concurrentScreens: 1,
  });
  for (const ip of ['a', 'b', 'c']) expect(entered(places, ip)).toHaveProperty('end');
  expect(entered(places, 'd')).toEqual({ code: 'BUSY', after: '5' });
  expect(entered(places, 'd', 'SCREEN')).toHaveProperty('end');
  expect(entered(places, 'd', 'SCREEN')).toMatchObject({ code: 'BUSY' });
});
