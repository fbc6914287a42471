import { createHash } from 'node:crypto';
import { print } from 'graphql';
import type { Model } from './model.js';

/** Digests all that the SDL says, descriptions included: the same for the same schema. */
export function modelDigest({ document }: Model): string {
  return createHash('sha256').update(print(document)).digest('hex');
}

/** Digests a value in a few letters, the same for the same value whatever the order of its keys. */
export function shortDigest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 11);
}

/** Writes a value as text, the same for the same value whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
