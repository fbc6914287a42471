import { withTimeout } from '../../src/store/connection/run-operation.js';
import { blockProcess } from './block-process.js';

const LIMIT_MS = 1200;
const tooLate = () => new Error('too late');

test('a call without a response within the limit is aborted', async () => {
  const answer = new Promise(() => {});
  await expect(withTimeout(answer, LIMIT_MS, tooLate)).rejects.toThrow('too late');
});

test('a process whose event loop was blocked waits for the limit once more, because it may not have sent the call', async () => {
  let send = () => {};
  const answer = new Promise((resolve) => (send = () => setTimeout(() => resolve('the answer'), LIMIT_MS / 2)));
  const answered = withTimeout(answer, LIMIT_MS, tooLate);
  blockProcess(LIMIT_MS + 500);
  // Runs after the time limit.
  setImmediate(send);
  expect(await answered).toBe('the answer');
});
