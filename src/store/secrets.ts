/** Signing secrets shared by all servers of a database. */
export interface Secrets {
  /** The secret of a name: 32 random bytes, created on first use. */
  secret(name: string): Promise<Buffer>;
}
