/**
 * Returns `describe` for what only the embedded database can be told to do, such as to fail or to go away. On the
 * MongoDB of TEST_MONGODB_URI these tests are skipped, and the reason is printed.
 */
export function embeddedOnly(reason: string): jest.Describe {
  return isEmbedded(reason) ? describe : describe.skip;
}

/** Returns `test` for the same, where a file has tests in no group. */
export function embeddedOnlyTest(reason: string): jest.It {
  return isEmbedded(reason) ? test : test.skip;
}

function isEmbedded(reason: string): boolean {
  if (!process.env.TEST_MONGODB_URI) return true;
  console.log(`skipped: ${reason}`);
  return false;
}
