import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import { loadModel } from '../../src/model/load-model.js';
import type { KindModules } from '../../src/records/kind-module.js';
import type { Problem } from '../../src/records/problem.js';

/** The model of the SDL files in `schema/`. */
export const model = loadModel('schema');

const VALID = 'test/fixtures/valid';
const INVALID = 'test/fixtures/invalid';

/** Runs `use` with a temporary copy of the valid content. */
export async function withContentCopy<T>(use: (root: string) => T | Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'signpost-content-'));
  try {
    cpSync(VALID, root, { recursive: true });
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Returns the problems of a folder, with paths relative to its root. */
export async function problemsOf(root: string, modules: KindModules = kindModules): Promise<Problem[]> {
  const { problems } = await loadContent(root, { model, modules });
  return problems.map((problem) => ({
    ...problem,
    file: problem.file === null ? null : relative(root, problem.file),
  }));
}

/** The expected problem of a fixture. */
export interface ExpectedProblem {
  file: string;
  line: number;
  column: number;
  code: string;
}

/** Returns the folders of broken files by name, with their expected problems. */
export function invalidContentFixtures(): { name: string; overlay: string; expected: ExpectedProblem[] }[] {
  return readdirSync(INVALID)
    .sort()
    .map((name) => {
      const overlay = join(INVALID, name);
      const file = join(overlay, 'expected.json');
      if (!existsSync(file)) throw new Error(`${overlay} has no expected.json`);
      return { name, overlay, expected: JSON.parse(readFileSync(file, 'utf8')) as ExpectedProblem[] };
    });
}

/** Copies the files of a fixture over a content folder. */
export function copyOverlay(overlay: string, root: string): void {
  cpSync(overlay, root, { recursive: true, filter: (path) => !path.endsWith('expected.json') });
}
