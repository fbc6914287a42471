import { expect, test } from '@jest/globals';
import { TrustedDocumentCache } from '../../src/graphql/trusted/trusted-document-cache.js';
import { loadModel } from '../../src/model/load-model.js';
import type { Store } from '../../src/store/store.js';

type Trust = Awaited<ReturnType<Store['trusted']['all']>>;

test('a read of trusted documents that completes after a later read is discarded', async () => {
  const answers: ((trust: Trust) => void)[] = [];
  const readDocuments = () => new Promise<Trust>((resolve) => answers.push(resolve));
  const consume = () => ({
    isIdle: true,
    afterFirstAttempt: readDocuments,
    waitUntilIdle: readDocuments,
    close: readDocuments,
  });
  const documents = new TrustedDocumentCache(
    { trusted: { all: readDocuments }, log: { consume } } as unknown as Store,
    loadModel('schema'),
    () => {},
  );
  const reads = [documents.read(), documents.read()];
  answers[1]!({ batches: [], isLocked: true });
  await reads[1];
  answers[0]!({ batches: [], isLocked: false });
  await reads[0];
  expect(documents.isLocked).toBe(true);
});
