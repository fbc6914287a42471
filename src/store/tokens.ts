import type { Role } from '../model/model.js';

/** What is kept of a token: never the token itself. */
export interface KeptToken {
  /** By which it is listed and revoked; tells nothing of the token. */
  id: string;
  /** Who has it, for the history. */
  name: string;
  role: Role;
  /** SHA-256 of the token, in hexadecimal. */
  digest: string;
  createdAt: Date;
  /** Null for one that does not expire. */
  expiresAt: Date | null;
  /** Null for one that was not revoked. */
  revokedAt: Date | null;
}

/** The tokens of editors and administrators. One that is revoked is so at once here, and within half a second elsewhere. */
export interface Tokens {
  /** Those that were not revoked and whose digest begins as this one does. */
  likely(digest: string): Promise<readonly KeptToken[]>;
  /** Every token that was ever made, the oldest first. */
  all(): Promise<readonly KeptToken[]>;
  add(token: KeptToken): Promise<void>;
  /** Revokes a token; false where there is none with that id that is still valid. */
  revoke(id: string, at: Date): Promise<boolean>;
}
