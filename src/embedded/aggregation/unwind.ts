import { Long } from 'bson';
import { innerName, outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import type { CommandErrorName } from '../command-error.js';
import { CommandError } from '../command-error.js';
import { checkFieldPath } from '../query/field-path.js';
import type { StageCompiler } from './pipeline.js';
import type { Stream } from './stream.js';

/** `$unwind`: one document for each item of an array. */
export const unwind: StageCompiler = (operand, { reads }) => {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays: keep = false } = options(operand);
  const parts = path.slice(1).split('.').map(innerName);
  reads?.addName(path.slice(1));
  const indexParts = includeArrayIndex?.split('.').map(innerName);
  return (input) => unwound(input, parts, indexParts, keep);
};

function* unwound(
  input: Stream,
  parts: readonly string[],
  indexParts: readonly string[] | undefined,
  keep: boolean,
): Generator<Doc | undefined> {
  const number = (made: Doc, index: Value) => (indexParts ? replaced(made, indexParts, index) : made);
  for (const doc of input) {
    const value = doc && at(doc, parts);
    if (doc && Array.isArray(value)) {
      for (const [i, item] of value.entries()) yield number(replaced(doc, parts, item), Long.fromNumber(i));
      if (value.length === 0 && keep) yield number(replaced(doc, parts, undefined), null);
    } else {
      yield doc && (keep || (value ?? null) !== null) ? number(doc, null) : undefined;
    }
  }
}

interface Options {
  path: string;
  includeArrayIndex?: string;
  preserveNullAndEmptyArrays?: boolean;
}

function options(operand: Value): Options {
  if (typeof operand === 'string') return checkedPath({ path: operand });
  const wrong = (code: CommandErrorName, message: string) => new CommandError(code, message);
  if (!isDoc(operand))
    throw wrong(
      'Location15981',
      `expected either a string or an object as specification for $unwind stage, got ${typeName(operand)}`,
    );
  for (const [name, value] of Object.entries(operand)) {
    const wanted = (what: string) =>
      `expected a ${what} for the ${name} option to $unwind stage, got ${typeName(value)}`;
    if (name === 'path') {
      if (typeof value !== 'string') throw wrong('Location28808', wanted('string'));
    } else if (name === 'preserveNullAndEmptyArrays') {
      if (typeof value !== 'boolean') throw wrong('Location28809', wanted('boolean'));
    } else if (name === 'includeArrayIndex') {
      if (typeof value !== 'string' || value === '') throw wrong('Location28810', wanted('non-empty string'));
      if (value.startsWith('$'))
        throw wrong('Location28822', `includeArrayIndex option to $unwind should not be prefixed with a '$': ${value}`);
      checkFieldPath(value);
    } else {
      throw wrong('Location28811', `unrecognized option to $unwind stage: ${outerName(name)}`);
    }
  }
  return checkedPath(operand as unknown as Options);
}

function checkedPath(made: Options): Options {
  const { path } = made;
  if (!path) throw new CommandError('Location28812', 'no path specified to $unwind stage');
  if (!path.startsWith('$'))
    throw new CommandError('Location28818', `path option to $unwind stage should be prefixed with a '$': ${path}`);
  checkFieldPath(path.slice(1));
  return made;
}

function at(doc: Doc, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = doc;
  for (const part of parts) value = isDoc(value) ? value[part] : undefined;
  return value;
}

/** A copy of a document with another value at a path, or without it. */
function replaced(doc: Doc, parts: readonly string[], value: Value | undefined): Doc {
  const [first, ...rest] = parts;
  const copy = { ...doc };
  if (rest.length > 0) {
    const inside = copy[first!];
    copy[first!] = replaced(isDoc(inside) ? inside : {}, rest, value);
  } else if (value === undefined) {
    delete copy[first!];
  } else {
    copy[first!] = value;
  }
  return copy;
}
