import { compareStrings, equalValues } from '../bson/compare.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Filter } from '../query/matcher.js';
import { DocumentLocation } from './document-location.js';
import type { Update } from './update.js';

interface Equality {
  name: string;
  value: Value;
}

/**
 * Returns the initial document of an upsert. It has all equalities of the filter for modifiers, only `_id` for a
 * replacement.
 * @throws CommandError NotSingleValueField, NotExactValueField
 */
export function initialUpsertDocument(filter: Filter, kind: Update['kind']): Doc {
  // The order of MongoDB.
  const all = equalitiesIn(filter).sort((a, b) => compareStrings(a.name, b.name));
  const equalities = kind === 'replacement' ? all.filter(({ name }) => isAboutId(name)) : all;
  checkSingle(equalities);
  const doc: Doc = {};
  for (const { name, value } of equalities) {
    name
      .split('.')
      .reduce((location, part) => location.child(part), DocumentLocation.root(doc))
      .set(value);
  }
  return doc;
}

function equalitiesIn(filter: Filter): Equality[] {
  if (filter.kind === 'and') return filter.parts.flatMap(equalitiesIn);
  if (filter.kind === 'or' && filter.parts.length === 1) return equalitiesIn(filter.parts[0]!);
  if (filter.kind !== 'field') return [];
  const { name, operator, operand } = filter;
  if (operator === '$eq') return [{ name, value: operand }];
  return operator === '$in' ? onlyOne(operand as Value[]).map((value) => ({ name, value })) : [];
}

/** Returns the value of an `$in` with one value, as a list; else an empty list. */
function onlyOne(values: readonly Value[]): Value[] {
  const [first, ...others] = values;
  return first !== undefined && others.every((value) => equalValues(value, first)) ? [first] : [];
}

function isAboutId(name: string): boolean {
  if (name.startsWith('_id.')) {
    throw new CommandError(
      'NotExactValueField',
      `field at '_id' must be exactly specified, field at sub-path '${name}'found`,
    );
  }
  return name === '_id';
}

function checkSingle(equalities: readonly Equality[]): void {
  const seen = new Set<string>();
  for (const { name } of equalities) {
    const conflicting = [...prefixesOf(name)].find((path) => seen.has(path));
    if (conflicting === name) throw notSingleValue(`path '${name}' is matched twice`);
    if (conflicting !== undefined) throw notSingleValue(`both paths '${name}' and '${conflicting}' are matched`);
    seen.add(name);
  }
}

/** Yields a path and its prefixes, longest first. */
function* prefixesOf(path: string): Generator<string> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) yield path.slice(0, end);
}

function notSingleValue(what: string): CommandError {
  return new CommandError('NotSingleValueField', `cannot infer query fields to set, ${what}`);
}
