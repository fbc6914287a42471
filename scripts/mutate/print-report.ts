import { join } from 'node:path';
import type { TestOutcome, TestRun } from './run-tests.js';
import { describeMutant } from './mutants.js';
import type { NumberedMutant } from './choose-mutants.js';

/** Prints the mutants that no test killed, and the score of each folder: killed of all. */
export function printReport(
  folders: readonly string[],
  mutants: readonly NumberedMutant[],
  results: ReadonlyMap<NumberedMutant, TestRun>,
): void {
  const endedSo = (ending: TestOutcome) => mutants.filter((mutant) => results.get(mutant)?.ending === ending);
  const list = (title: string, listed: readonly NumberedMutant[]) => {
    if (listed.length > 0) console.log(`\n${title}:`);
    for (const mutant of listed) console.log(`  ${describeMutant(mutant)}`);
  };
  list('Survived, no test noticed', endedSo('survived'));
  list(
    'Not reached by any test that was run',
    mutants.filter((mutant) => !results.has(mutant)),
  );
  list('Timed out, twice', endedSo('timed out'));
  list('No result, twice; not counted as noticed', endedSo('no result'));
  console.log('\nfolder               faults  reached  killed  timed out  survived  no result  score');
  for (const folder of [...folders, '']) {
    const within = mutants.filter(({ file }) => file.startsWith(join('src', folder)));
    const tell = (ending: TestOutcome) => within.filter((mutant) => results.get(mutant)?.ending === ending).length;
    if (within.length === 0) continue;
    const reached = within.filter((mutant) => results.has(mutant)).length;
    const noticed = tell('killed') + tell('timed out');
    const cells = [within.length, reached, tell('killed'), tell('timed out'), tell('survived'), tell('no result')];
    // A mutant that no test reaches counts as survived.
    const score = `${Math.round((100 * noticed) / within.length)} %`;
    const widths = [6, 7, 6, 9, 8, 9];
    const row = cells.map((cell, at) => String(cell).padStart(widths[at]!)).join('  ');
    console.log(`${(folder || 'all').padEnd(19)}  ${row}  ${score.padStart(5)}`);
  }
}
