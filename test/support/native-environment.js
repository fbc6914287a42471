import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Constructors that tests share with what they test, so that `instanceof` and `JSON.parse` mean one thing for both. */
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

// In Node below 24 every promise of a process pays for each storage that has run. Jest has one in each file, for the
// test that runs; as tests of a file run one after the other, that is kept plainly. What else has run is ended with the
// file.
const plain = new WeakMap();
const storages = new Set();
const { run, getStore } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (store, callback, ...given) {
  const isOfJest =
    plain.has(this) || (store !== null && typeof store === 'object' && ('test' in store || 'hook' in store));
  if (isOfJest) return runPlainly(this, store, callback, given);
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

/** The tests of a group and of the groups in it, in their order. */
function testsOf({ children }) {
  return children.flatMap((child) => (child.type === 'describeBlock' ? testsOf(child) : [child]));
}

/** Node's environment, in which modules can be loaded as native-transform.js says. */
export default class NativeEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.global.nativeRequire = createRequire(import.meta.url);
    for (const name of SHARED) this.global[name] = globalThis[name];
  }

  /** Lets the first test of a group report why its set-up failed; the others refer to it. */
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
