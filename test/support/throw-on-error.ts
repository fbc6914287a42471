/** An error handler for services that must not fail: rethrows the error. */
export function throwOnError(_what: string, error: unknown): never {
  throw error;
}
