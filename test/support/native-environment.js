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

// Jest loads a storage of its own for each file and never ends it, and in Node below 24 every promise of a process pays
// for each of them: after eighty files, twice the time. So all that ran during a file are ended with it.
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...given) {
  storages.add(this);
  return run.apply(this, given);
};

/** Node's environment, in which modules can be loaded as native-transform.js says. */
export default class NativeEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.global.nativeRequire = createRequire(import.meta.url);
    for (const name of SHARED) this.global[name] = globalThis[name];
  }

  async teardown() {
    await super.teardown();
    for (const storage of storages) storage.disable();
    storages.clear();
  }
}
