/**
 * Returns the cases of a matrix to run: all with LONG=1, otherwise the first `size`. Prints the number of cases.
 */
export function sampleCases<Case>(name: string, cases: readonly Case[], size: number): readonly Case[] {
  if (process.env['LONG']) return cases;
  console.log(`${name}: ${size} of ${cases.length}; all with LONG=1`);
  return cases.slice(0, size);
}

/**
 * Distributes cases over settings, such as locales: returns those of one setting, so that each case runs once. With
 * LONG=1, every case runs with every setting. Prints the number of cases.
 */
export function casesOf<Case>(setting: string, settings: readonly string[], cases: readonly Case[]): readonly Case[] {
  if (process.env['LONG']) return cases;
  const part = cases.filter((_case, index) => settings[index % settings.length] === setting);
  console.log(`${setting}: ${part.length} of ${cases.length}; all with LONG=1`);
  return part;
}
