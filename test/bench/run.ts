import { readdirSync } from 'node:fs';
import { cases } from './requests/cases.js';

// npm run bench -- [name…]: each benchmark is a file in this folder that exports run(). Default: all of them. The text
// after a name and "=" is its argument, as in import=<file>. The name of a case of requests/ is short for
// requests=<name>.
const folder = new URL('.', import.meta.url);
const names = process.argv.slice(2);
const all = readdirSync(folder).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);

for (const asked of names.length > 0 ? names : all.filter((each) => each !== 'run')) {
  const [name, given] = (asked in cases ? ['requests', asked] : asked.split('=', 2)) as [string, string | undefined];
  if (!all.includes(name)) {
    console.error(`there is no benchmark "${name}"`);
    process.exitCode = 2;
    continue;
  }
  const { run } = (await import(new URL(`${name}.ts`, folder).href)) as {
    run?: (args: readonly string[]) => Promise<void>;
  };
  if (!run) {
    if (names.length > 0) console.error(`"${name}" is no benchmark`);
    continue; // the module is shared code of benchmarks
  }
  console.log(`\n== ${name}`);
  await run(given === undefined ? [] : [given]);
}
