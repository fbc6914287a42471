import type { Role } from '../model/model.js';

/** A stored token: only the digest of the token is stored. */
export interface StoredToken {
  /** Public identifier, for listing and revoking. Reveals nothing about the token. */
  id: string;
  /** Name of the owner, for the history. */
  name: string;
  role: Role;
  /** SHA-256 digest of the token, in hexadecimal. */
  digest: string;
  createdAt: Date;
  /** Time of expiry; null if the token does not expire. */
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** Tokens of editors and administrators. A revocation applies at once in this process, within 500 ms in others. */
export interface TokenStore {
  /** Returns the unrevoked tokens whose digest has the same prefix as this one. The caller compares the full digest. */
  withSamePrefix(digest: string): Promise<readonly StoredToken[]>;
  /** Returns all tokens, including revoked ones, oldest first. */
  all(): Promise<readonly StoredToken[]>;
  add(token: StoredToken): Promise<void>;
  /** Revokes a token. Returns false if the id is unknown or already revoked. */
  revoke(id: string, at: Date): Promise<boolean>;
}
