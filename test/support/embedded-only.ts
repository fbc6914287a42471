/**
 * Returns `describe` for what only the embedded database can be told to do, such as to fail or to go away. On the
 * MongoDB of TEST_MONGODB_URI these tests are skipped, and the reason is printed.
 */
export function embeddedOnly(reason: string): jest.Describe {
  if (!process.env.TEST_MONGODB_URI) return describe;
  console.log(`skipped: ${reason}`);
  return describe.skip;
}
