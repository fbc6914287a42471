import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

/*
 * What tests import from src/ and from packages is loaded by Node itself, once in each worker of Jest, from what
 * run-folder.ts compiled; Jest would load and compile all of it again for every file of tests, which took a third of
 * the time. So a file that changes a module changes it for the files after it: none does. Values that a test writes out,
 * such as [], have the prototypes of the test's own realm; native-environment.js shares the constructors.
 */

const VERSION = '1';
const require = createRequire(import.meta.url);

/** A module of the project as it was compiled for this run, by its path in the run's folder; null for packages. */
function compiledPath(filename) {
  const path = relative(process.cwd(), filename);
  return /^(?:src|test)\//.test(path) ? path.replace(/\.ts$/, '.js') : null;
}

export default {
  getCacheKey(source, filename, { supportsStaticESM }) {
    const facts = [VERSION, relative(process.cwd(), filename), String(supportsStaticESM), source];
    return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  },

  /** A module that gives what Node gives for it, name by name. */
  process(_source, filename, { supportsStaticESM }) {
    if (!supportsStaticESM) return { code: `module.exports = globalThis.nativeRequire(${JSON.stringify(filename)});` };
    const path = compiledPath(filename);
    const place = path ? `process.env.TEST_RUN_FOLDER + '/${path}'` : JSON.stringify(filename);
    const names = Object.keys(require(path ? join(process.env.TEST_RUN_FOLDER, path) : filename));
    const given = names.map((name, at) => `const value${at} = native[${JSON.stringify(name)}];`);
    const exported = names.map((name, at) => `value${at} as ${name}`).join(', ');
    return { code: `const native = globalThis.nativeRequire(${place});\n${given.join('\n')}\nexport { ${exported} };` };
  },
};
