import type { Doc } from '../bson/values.js';
import type { Filter } from './filter.js';
import { visitPath } from './paths.js';
import type { Test } from './predicates.js';

/** A function that tells whether a document satisfies a filter. */
export function matcher(filter: Filter): (doc: Doc) => boolean {
  switch (filter.kind) {
    case 'and': {
      const tests = filter.parts.map(matcher);
      if (tests.length === 0) return () => true;
      return (doc) => tests.every((test) => test(doc));
    }
    case 'or': {
      const tests = filter.parts.map(matcher);
      return (doc) => tests.some((test) => test(doc));
    }
    case 'nor': {
      const tests = filter.parts.map(matcher);
      return (doc) => !tests.some((test) => test(doc));
    }
    case 'not': {
      const test = matcher(filter.part);
      return (doc) => !test(doc);
    }
    case 'expression':
      return filter.test;
    case 'field': {
      const { path, test, whole } = filter;
      const visit: Test =
        whole || path.length === 0
          ? test
          : (value) => (Array.isArray(value) ? value.some((item) => test(item)) || test(value) : test(value));
      return (doc) => visitPath(doc, path, visit);
    }
  }
}
