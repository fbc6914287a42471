import type { Role } from '../model/model.js';

/** A stored token, without the token itself. */
export interface StoredToken {
  /** For listing and revoking; reveals nothing of the token. */
  id: string;
  /** Name of its owner, for the history. */
  name: string;
  role: Role;
  /** SHA-256 in hexadecimal. */
  digest: string;
  createdAt: Date;
  /** Null for no expiry. */
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** Tokens of editors and administrators. A revocation takes effect at once here, and within 500 ms elsewhere. */
export interface TokenStore {
  /** Valid tokens whose digest has the same prefix. */
  likely(digest: string): Promise<readonly StoredToken[]>;
  /** All tokens, revoked ones included, oldest first. */
  all(): Promise<readonly StoredToken[]>;
  add(token: StoredToken): Promise<void>;
  /** Returns false where no valid token has this id. */
  revoke(id: string, at: Date): Promise<boolean>;
}
