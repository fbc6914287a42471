import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMutant, listMutants, type Mutant } from './mutants.js';

/** A fault with the number that activates it. */
export type NumberedMutant = Mutant & { id: number };

/** Which mutants to select: random ones by seed, those of given lines, or the survivors of earlier runs. */
export interface MutantSelection {
  seed: number;
  count: number;
  /** Pattern of the paths of files. */
  only: string;
  /** Lines such as `src/store/keys.ts:12`. Selects all of their faults, and no random ones. */
  at: readonly string[];
  /** Output of earlier runs. Selects its survivors, and no random mutants. */
  again: readonly string[];
}

/** Selects mutants from folders or modules of `src/`. */
export function chooseMutants(
  folders: readonly string[],
  { seed, count, only, at, again }: MutantSelection,
): NumberedMutant[] {
  const wanted = new RegExp(only);
  const files = folders
    .flatMap((name) => (name.endsWith('.ts') ? join('src', name) : listFiles(join('src', name), '.ts')))
    .filter((file) => wanted.test(file));
  const possible = files.flatMap((file) => listMutants(file, readFileSync(file, 'utf8')));
  if (at.length > 0) {
    return possible.filter(({ file, line }) => at.includes(`${file}:${line}`)).map(toNumbered);
  }
  if (again.length > 0) {
    // Only mutants are indented by two spaces in the output.
    const listed = new Set(again.flatMap((output) => output.split('\n')));
    return possible.filter((mutant) => listed.has(`  ${describeMutant(mutant)}`)).map(toNumbered);
  }
  console.log(`${possible.length} faults are possible in ${files.length} files; ${count} drawn with seed ${seed}`);
  const random = makeRandom(seed);
  const drawn: Mutant[] = [];
  while (drawn.length < count && possible.length > 0) {
    drawn.push(...possible.splice(Math.floor(random() * possible.length), 1));
  }
  return drawn.map(toNumbered);
}

function toNumbered(mutant: Mutant, at: number): NumberedMutant {
  return { ...mutant, id: at + 1 };
}

/** Returns the paths of the files below a folder that have an extension. */
export function listFiles(root: string, ending: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, name))
    .sort();
}

/** Returns random numbers from 0 to 1 that depend only on the seed. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
