import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.js';
import type { StoredToken } from '../store/tokens.js';

export type TokenRecord = Pick<StoredToken, 'name' | 'role' | 'digest' | 'expiresAt'>;

/** Stored tokens, without revoked ones. */
export interface TokenLookup {
  /** Returns the tokens whose digest has the same prefix as `digest`. */
  withSamePrefix(digest: string): Promise<readonly TokenRecord[]>;
}

/** Maximum length of a token, in characters. Issued tokens are 32 random bytes, encoded as text. */
const MAX_TOKEN_LENGTH = 200;

/** Returns the digest under which a token is stored. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Returns the stored token of an `Authorization` header; null without it. @throws UNAUTHENTICATED it is not valid */
export async function authenticate(
  authorization: string | undefined,
  tokens: TokenLookup,
): Promise<TokenRecord | null> {
  if (authorization === undefined) return null;
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
  if (token === undefined || token.length > MAX_TOKEN_LENGTH) {
    throw new AppError('UNAUTHENTICATED', 'The token is malformed; send "Authorization: Bearer" and the token.');
  }
  const digest = tokenDigest(token);
  const candidates = await tokens.withSamePrefix(digest);
  const found = candidates.find((candidate) => isSameDigest(candidate.digest, digest));
  if (!found || (found.expiresAt && found.expiresAt.getTime() <= Date.now())) {
    throw new AppError('UNAUTHENTICATED', 'The token is unknown, expired or revoked.');
  }
  return found;
}

function isSameDigest(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
