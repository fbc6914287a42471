// Runs first in each process and thread of the tests. Defines the values that the inserted faults read.
import { appendFileSync } from 'node:fs';

const { MUTANT, MUTANT_REACHED } = process.env;
const passed = new Set();

if (MUTANT_REACHED !== undefined) {
  globalThis.mutant = Number(MUTANT);
  globalThis.reached = {
    add(id) {
      if (passed.has(id)) return;
      passed.add(id);
      // Synchronous, because the process may be killed and the thread may end.
      appendFileSync(MUTANT_REACHED, `${id}\n`);
    },
  };
}
