import { withTimeout } from '../../src/store/connection/run-operation.js';
import { blockProcess } from './block-process.js';

const LIMIT_MS = 1200;
const tooLate = () => new Error('too late');

test('a database operation without a response within its timeout is rejected', async () => {
  const answer = new Promise(() => {});
  await expect(withTimeout(answer, LIMIT_MS, tooLate)).rejects.toThrow('too late');
});

test('after the event loop was blocked, an operation gets its timeout once more, because it may not have been sent', async () => {
  let send = () => {};
  const answer = new Promise((resolve) => (send = () => setTimeout(() => resolve('the answer'), LIMIT_MS / 2)));
  const answered = withTimeout(answer, LIMIT_MS, tooLate);
  blockProcess(LIMIT_MS + 500);
  // `send` runs after the time limit.
  setImmediate(send);
  expect(await answered).toBe('the answer');
});
