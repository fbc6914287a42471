import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.js';
import type { KeptToken } from '../store/tokens.js';

/** What is needed of a token that is kept. */
export type TokenRecord = Pick<KeptToken, 'name' | 'role' | 'digest' | 'expiresAt'>;

/** The tokens that are valid or were; a revoked one is not among them. */
export interface Tokens {
  /** Those whose digest begins as this one does. */
  likely(digest: string): Promise<readonly TokenRecord[]>;
}

/** A token is 32 random bytes; anything much longer is none. */
const LONGEST = 200;

/** The digest under which a token is kept. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Whose token a request brings; null where it brings none.
 *
 * @throws AppError UNAUTHENTICATED  it is not known, or has expired
 */
export async function authenticate(authorization: string | undefined, tokens: Tokens): Promise<TokenRecord | null> {
  if (authorization === undefined) return null;
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
  if (token === undefined || token.length > LONGEST) {
    throw new AppError('UNAUTHENTICATED', 'The token cannot be read; send "Authorization: Bearer" and the token.');
  }
  const digest = tokenDigest(token);
  const candidates = await tokens.likely(digest);
  const found = candidates.find((each) => isSame(each.digest, digest));
  if (!found || (found.expiresAt && found.expiresAt.getTime() <= Date.now())) {
    throw new AppError('UNAUTHENTICATED', 'The token is not known, has expired or was revoked.');
  }
  return found;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
