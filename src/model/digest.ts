import { createHash } from 'node:crypto';
import { print } from 'graphql';
import type { Model } from './model.js';

/** Digests all that the SDL says, descriptions included: the same for the same schema. */
export function modelDigest({ document }: Model): string {
  return createHash('sha256').update(print(document)).digest('hex');
}
