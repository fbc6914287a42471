/**
 * The cases of a matrix that a run covers: all with LONG=1, otherwise the first `size`, which are the fixed sample of
 * `npm test`. Prints how many are left to `npm run test:long`.
 */
export function sampled<Case>(name: string, cases: readonly Case[], size: number): readonly Case[] {
  if (process.env['LONG']) return cases;
  console.log(`${name}: ${size} of ${cases.length}; all with LONG=1`);
  return cases.slice(0, size);
}
