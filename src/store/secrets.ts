/** What the servers of one database know together and nobody else: with it they sign. */
export interface Secrets {
  /** The secret of a name: 32 random bytes, made when it is first asked for, the same for all servers ever after. */
  secret(name: string): Promise<Buffer>;
}
