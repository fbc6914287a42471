import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants.js';
import { describe, listMutants } from './mutants.js';

/** A fault with the number by which it is called awake. */
export type Numbered = Mutant & { id: number };

/** Which mutants to try: those drawn by a seed, those of given lines, or those that earlier runs did not kill. */
export interface MutantSelection {
  seed: number;
  count: number;
  /** Files whose path this pattern meets. */
  only: string;
  /** Lines as `src/store/keys.ts:12`; all faults of these, and none drawn. */
  at: readonly string[];
  /** Output of earlier runs. Selects the mutants listed in it as not killed, and draws none. */
  again: readonly string[];
}

/** Chooses mutants from rooms of `src/`, which are folders or single modules. */
export function chooseMutants(rooms: readonly string[], { seed, count, only, at, again }: MutantSelection): Numbered[] {
  const wanted = new RegExp(only);
  const files = rooms
    .flatMap((name) => (name.endsWith('.ts') ? join('src', name) : listFiles(join('src', name), '.ts')))
    .filter((file) => wanted.test(file));
  const possible = files.flatMap((file) => listMutants(file, readFileSync(file, 'utf8')));
  if (at.length > 0) {
    return possible.filter(({ file, line }) => at.includes(`${file}:${line}`)).map(number);
  }
  if (again.length > 0) {
    // Lists indent their mutants by two spaces; no other line of the output does.
    const listed = new Set(again.flatMap((output) => output.split('\n')));
    return possible.filter((mutant) => listed.has(`  ${describe(mutant)}`)).map(number);
  }
  console.log(`${possible.length} faults are possible in ${files.length} files; ${count} drawn with seed ${seed}`);
  const random = makeRandom(seed);
  const drawn: Mutant[] = [];
  while (drawn.length < count && possible.length > 0) {
    drawn.push(...possible.splice(Math.floor(random() * possible.length), 1));
  }
  return drawn.map(number);
}

function number(mutant: Mutant, at: number): Numbered {
  return { ...mutant, id: at + 1 };
}

/** Lists the files below a folder whose names end so, as paths. */
export function listFiles(root: string, ending: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, name))
    .sort();
}

/** Makes numbers from 0 to 1, the same for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
