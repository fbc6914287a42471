import { withTimeout } from '../../src/store/connection/run-operation.js';
import { standStill } from './stand-still.js';

const LIMIT_MS = 1200;
const tooLate = () => new Error('too late');

test('what is not answered within the limit is given up', async () => {
  const answer = new Promise(() => {});
  await expect(withTimeout(answer, LIMIT_MS, tooLate)).rejects.toThrow('too late');
});

test('a process that stood still waits for as long once more, for it may have sent nothing yet', async () => {
  let send = () => {};
  const answer = new Promise((resolve) => (send = () => setTimeout(() => resolve('the answer'), LIMIT_MS / 2)));
  const answered = withTimeout(answer, LIMIT_MS, tooLate);
  standStill(LIMIT_MS + 500);
  // After the limit has rung.
  setImmediate(send);
  expect(await answered).toBe('the answer');
});
