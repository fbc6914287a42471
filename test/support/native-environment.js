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

/** Node's environment, in which modules can be loaded as native-transform.js says. */
export default class NativeEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.global.nativeRequire = createRequire(import.meta.url);
    for (const name of SHARED) this.global[name] = globalThis[name];
  }
}
