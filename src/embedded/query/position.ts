import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import type { Filter } from './matcher.js';
import { matcher } from './matcher.js';
import type { Path } from './paths.js';

/**
 * The place in an array at which a filter matched, which `$` stands for in an update or a projection.
 *
 * @returns -1 when no predicate went through an array
 */
export function matchedPosition(filter: Filter, doc: Doc): number {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      let found = -1;
      for (const part of filter.parts) {
        if (filter.kind === 'or' && !matcher(part)(doc)) continue;
        const position = matchedPosition(part, doc);
        if (position >= 0) found = position;
      }
      return found;
    }
    case 'field':
      return findPosition(filter, doc);
    default:
      return -1;
  }
}

function findPosition(filter: Filter & { kind: 'field' }, doc: Doc): number {
  let value: Value | undefined = doc;
  for (let at = 0; at <= filter.path.length; at++) {
    if (Array.isArray(value)) {
      const step = filter.path[at];
      if (step?.index === undefined) return findItem(filter, value, filter.path.slice(at));
      value = value[step.index];
    } else if (at < filter.path.length) {
      value = isDoc(value) ? value[filter.path[at]!.inner] : undefined;
    }
  }
  return -1;
}

function findItem(filter: Filter & { kind: 'field' }, list: Value[], rest: Path): number {
  if (rest.length === 0) {
    if (filter.items) return list.findIndex((item) => filter.test([item]));
    return filter.whole ? -1 : list.findIndex((item) => filter.test(item));
  }
  const isMatch = matcher({ ...filter, path: rest });
  return list.findIndex((item) => isDoc(item) && isMatch(item));
}
