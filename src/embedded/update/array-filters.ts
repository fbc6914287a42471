import type { StringOrder } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import { shellForm } from '../bson/shell-form.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';

/** The filters behind `$[name]` in update paths. */
export interface ArrayFilters {
  has: (identifier: string) => boolean;
  matches: (identifier: string, item: Value) => boolean;
  /** @throws CommandError FailedToParse  a filter is named by no path */
  checkUsed: (segments: readonly string[], update: Doc) => void;
}

/** Reads `arrayFilters: [{ "name.field": … }, …]`. */
export function arrayFiltersFrom(given: Value | undefined, order?: StringOrder): ArrayFilters {
  const tests = new Map<string, (item: Value) => boolean>();
  if (given !== undefined && !Array.isArray(given))
    throw new CommandError('TypeMismatch', 'arrayFilters must be an array');
  for (const filter of given ?? []) {
    if (!isDoc(filter)) throw new CommandError('TypeMismatch', 'array filters must be objects');
    const identifier = readIdentifier(filter);
    if (tests.has(identifier)) {
      throw new CommandError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    }
    const isMatch = matcher(parseFilter(filter, { order }));
    tests.set(identifier, (item) => isMatch({ [identifier]: item }));
  }
  return {
    has: (identifier) => tests.has(identifier),
    matches: (identifier, item) => tests.get(identifier)?.(item) ?? false,
    checkUsed(segments, update) {
      for (const identifier of tests.keys()) {
        if (segments.includes(`$[${identifier}]`)) continue;
        throw new CommandError(
          'FailedToParse',
          `The array filter for identifier '${identifier}' was not used in the update ${shellForm(update)}`,
        );
      }
    },
  };
}

function readIdentifier(filter: Doc): string {
  const names = new Set<string>();
  const collect = (part: Doc) => {
    for (const [inner, value] of Object.entries(part)) {
      const name = outerName(inner);
      if (name === '$and' || name === '$or' || name === '$nor') for (const each of value as Doc[]) collect(each);
      else names.add(name.split('.')[0]!);
    }
  };
  collect(filter);
  const [identifier] = names;
  if (identifier === undefined)
    throw new CommandError('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
  if (names.size > 1) {
    throw new CommandError(
      'FailedToParse',
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
    );
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(identifier)) {
    throw new CommandError(
      'BadValue',
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
    );
  }
  return identifier;
}
