/** For services that nothing may fail in: throws what does. */
export function throwOnError(_what: string, error: unknown): never {
  throw error;
}
