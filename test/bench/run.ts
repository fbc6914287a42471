import { readdirSync } from 'node:fs';

/** The benchmarks beside this file, by name; all of them where none is named on the command line. */
const known = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -3));

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No benchmark is called ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  for (const name of asked.length > 0 ? asked : known) {
    const { run } = (await import(`./${name}.ts`)) as { run?: () => Promise<void> };
    await run?.();
  }
}

await main(process.argv.slice(2));
