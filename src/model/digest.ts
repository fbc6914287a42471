import { createHash } from 'node:crypto';
import { print } from 'graphql';
import type { Model } from './model.js';

/** Returns a digest of the complete SDL, including descriptions. */
export function modelDigest({ document }: Model): string {
  return createHash('sha256').update(print(document)).digest('hex');
}

/** Returns a short digest of a value, independent of key order. */
export function shortDigest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 11);
}

/** Serialises a value as JSON with sorted keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
