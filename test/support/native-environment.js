import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Constructors that tests share with the tested code, so that `instanceof` and `JSON.parse` agree in both realms. */
const SHARED = [
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'AggregateError',
  'Object',
  'Array',
  'Function',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Date',
  'RegExp',
  'Promise',
  'Symbol',
  'JSON',
  'Intl',
  'structuredClone',
];

// In Node below 24, each AsyncLocalStorage that has run slows down every promise of the process. Jest creates one per
// file, for the current test. Tests of a file run one after another, so a plain variable replaces it. The other storages
// are disabled at the end of the file.
const plain = new WeakMap();
const storages = new Set();
const { run, getStore } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (store, callback, ...given) {
  const isJestStorage =
    plain.has(this) || (store !== null && typeof store === 'object' && ('test' in store || 'hook' in store));
  if (isJestStorage) return runPlainly(this, store, callback, given);
  storages.add(this);
  return run.call(this, store, callback, ...given);
};
AsyncLocalStorage.prototype.getStore = function () {
  return plain.has(this) ? plain.get(this) : getStore.call(this);
};

async function runPlainly(storage, store, callback, given) {
  const before = plain.get(storage);
  plain.set(storage, store);
  try {
    return await callback(...given);
  } finally {
    plain.set(storage, before);
  }
}

/** Returns the tests of a group and of its nested groups, in order. */
function testsOf({ children }) {
  return children.flatMap((child) => (child.type === 'describeBlock' ? testsOf(child) : [child]));
}

/** The Node environment, with the loader that native-transform.js requires. */
export default class NativeEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.global.nativeRequire = createRequire(import.meta.url);
    for (const name of SHARED) this.global[name] = globalThis[name];
  }

  /** Reports a failed set-up only in the first test of a group; the others refer to it. */
  handleTestEvent({ name, hook, describeBlock }) {
    if (name !== 'hook_failure' || hook.type !== 'beforeAll') return;
    for (const { errors } of testsOf(describeBlock).slice(1)) {
      const error = new Error('The set-up failed; the first test of the group shows why.');
      error.stack = error.message;
      errors.splice(errors.length - 1, 1, [error, error]);
    }
  }

  async teardown() {
    await super.teardown();
    for (const storage of storages) storage.disable();
    storages.clear();
  }
}
