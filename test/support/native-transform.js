import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

/*
 * Node loads the modules of src/ and the packages once per Jest worker, as compiled by run-folder.ts. Jest would load
 * and compile them again for every test file, which took a third of the time. A test must not modify a module, because
 * later files of the worker share it. Literals in a test, such as [], have the prototypes of the test's realm;
 * native-environment.js shares the constructors.
 */

const VERSION = '1';
const require = createRequire(import.meta.url);

/** Returns the path of a compiled module in the run folder; null for a package. */
function compiledPath(filename) {
  const path = relative(process.cwd(), filename);
  return /^(?:src|test)\//.test(path) ? path.replace(/\.ts$/, '.js') : null;
}

export default {
  getCacheKey(source, filename, { supportsStaticESM }) {
    const facts = [VERSION, relative(process.cwd(), filename), String(supportsStaticESM), source];
    return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  },

  /** Returns the code of a module that exports each export of the native module. */
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
