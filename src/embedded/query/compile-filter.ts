import type { Doc, Value } from '../bson/values.js';
import { type SegmentedPath, visitPath } from './dotted-paths.js';
import type { ValueTest } from './value-tests.js';

export type Filter =
  | { kind: 'and' | 'or' | 'nor'; parts: Filter[] }
  | { kind: 'not'; part: Filter }
  | {
      kind: 'field';
      name: string;
      path: SegmentedPath;
      operator: string;
      operand: Value;
      /** Tests a value at the path. For an array, it runs on each item and on the array. */
      test: ValueTest;
      /** Whether an array is tested only as a whole, and not item by item. */
      testsWhole: boolean;
      /** Filter of `$elemMatch` that one array item must match: on fields of the item, or on the item itself. */
      items?: Filter;
    };

export function compileFilter(filter: Filter): (doc: Doc) => boolean {
  switch (filter.kind) {
    case 'and': {
      const tests = filter.parts.map(compileFilter);
      if (tests.length === 0) return () => true;
      return (doc) => tests.every((test) => test(doc));
    }
    case 'or': {
      const tests = filter.parts.map(compileFilter);
      return (doc) => tests.some((test) => test(doc));
    }
    case 'nor': {
      const tests = filter.parts.map(compileFilter);
      return (doc) => !tests.some((test) => test(doc));
    }
    case 'not': {
      const test = compileFilter(filter.part);
      return (doc) => !test(doc);
    }
    case 'field': {
      const { path, test, testsWhole } = filter;
      if (testsWhole || path.length === 0) return (doc) => visitPath(doc, path, test);
      const visit = (value: Value | undefined, isByIndex = false) =>
        (!isByIndex && Array.isArray(value) && value.some((item) => test(item))) || test(value);
      return (doc) => visitPath(doc, path, visit);
    }
  }
}
