import { readdirSync } from 'node:fs';
import { REQUEST_CASES } from './requests/request-cases.js';

// npm run bench -- [name…]: each benchmark is a file in this folder that exports run(). Default: all of them. The text
// after a name and "=" is its argument, as in import=<file>. The name of a case of requests/ is short for
// requests=<name>.
const folder = new URL('.', import.meta.url);
const names = process.argv.slice(2);
const benchmarks = readdirSync(folder).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);

for (const benchmark of names.length > 0 ? names : benchmarks.filter((each) => each !== 'run')) {
  const [name, argument] = (benchmark in REQUEST_CASES ? ['requests', benchmark] : benchmark.split('=', 2)) as [
    string,
    string | undefined,
  ];
  if (!benchmarks.includes(name)) {
    console.error(`there is no benchmark "${name}"`);
    process.exitCode = 2;
    continue;
  }
  const { run } = (await import(new URL(`${name}.ts`, folder).href)) as {
    run?: (args: readonly string[]) => Promise<void>;
  };
  if (!run) {
    if (names.length > 0) console.error(`"${name}" is no benchmark`);
    continue; // a module without run() is shared code of benchmarks
  }
  console.log(`\n== ${name}`);
  await run(argument === undefined ? [] : [argument]);
}
