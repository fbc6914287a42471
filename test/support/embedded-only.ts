/**
 * Returns `describe` for tests that only the embedded database supports, such as tests that make commands fail. With
 * TEST_MONGODB_URI these tests are skipped, and the reason is printed.
 */
export function embeddedOnly(reason: string): jest.Describe {
  return isEmbedded(reason) ? describe : describe.skip;
}

/** Like `embeddedOnly`, for tests outside `describe`: returns `test`, or `test.skip` with TEST_MONGODB_URI. */
export function embeddedOnlyTest(reason: string): jest.It {
  return isEmbedded(reason) ? test : test.skip;
}

function isEmbedded(reason: string): boolean {
  if (!process.env.TEST_MONGODB_URI) return true;
  console.log(`skipped: ${reason}`);
  return false;
}
