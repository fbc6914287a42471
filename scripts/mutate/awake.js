// Run first in each process and thread that the tests start: what the faults in the program look at.
import { appendFileSync } from 'node:fs';

const { MUTANT, MUTANT_REACHED } = process.env;
const passed = new Set();

if (MUTANT_REACHED !== undefined) {
  globalThis.mutant = Number(MUTANT);
  globalThis.reached = {
    add(id) {
      if (passed.has(id)) return;
      passed.add(id);
      // At once: a process may be killed, and a thread ended.
      appendFileSync(MUTANT_REACHED, `${id}\n`);
    },
  };
}
