/**
 * Returns the cases of a matrix to run: all with LONG=1, otherwise the first `size`. Prints the number of cases.
 */
export function sampleCases<Case>(name: string, cases: readonly Case[], size: number): readonly Case[] {
  if (process.env['LONG']) return cases;
  console.log(`${name}: ${size} of ${cases.length}; all with LONG=1`);
  return cases.slice(0, size);
}
