/**
 * Returns `describe` for tests that only the embedded database supports, such as those with failures. With
 * TEST_MONGODB_URI these tests are skipped, and the reason is printed.
 */
export function embeddedOnly(reason: string): jest.Describe {
  return isEmbedded(reason) ? describe : describe.skip;
}

/** Returns `test` under the same conditions, for tests outside `describe`. */
export function embeddedOnlyTest(reason: string): jest.It {
  return isEmbedded(reason) ? test : test.skip;
}

function isEmbedded(reason: string): boolean {
  if (!process.env.TEST_MONGODB_URI) return true;
  console.log(`skipped: ${reason}`);
  return false;
}
