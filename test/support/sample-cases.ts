/**
 * Returns the cases of a matrix to run: all with LONG=1, otherwise the first `size`. Prints the number of cases.
 */
export function sampleCases<Case>(name: string, cases: readonly Case[], size: number): readonly Case[] {
  if (process.env['LONG']) return cases;
  console.log(`${name}: ${size} of ${cases.length}; all with LONG=1`);
  return cases.slice(0, size);
}

/**
 * Returns the cases to run with one of several settings, such as a locale: all with LONG=1, otherwise a part, so that
 * each case runs with one setting. Prints how many are left to `npm run test:long`.
 */
export function casesOf<Case>(setting: string, settings: readonly string[], cases: readonly Case[]): readonly Case[] {
  if (process.env['LONG']) return cases;
  const part = cases.filter((_case, index) => settings[index % settings.length] === setting);
  console.log(`${setting}: ${part.length} of ${cases.length}; all with LONG=1`);
  return part;
}
