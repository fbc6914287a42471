/** Signing secrets, shared by all servers of a database. */
export interface SecretStore {
  /** Returns the secret with a name: 32 random bytes, created on first use. */
  getSecret(name: string): Promise<Buffer>;
}
