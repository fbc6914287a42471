import { outerName } from '../bson/field-names.js';
import { keyOf } from '../bson/index-key.js';
import type { StringOrder } from '../bson/compare.js';
import { compareValues } from '../bson/compare.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Accumulator } from './accumulators.js';
import { compileAccumulator } from './accumulators.js';
import { compileExpression, newScope } from './expression.js';
import type { Stream } from './stream.js';

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/**
 * `$group`.
 *
 * @param order the collation's, by which strings that compare equal fall into one group
 */
export function compileGroup(
  spec: Value,
  options: { variables?: Doc | undefined; order?: StringOrder | undefined },
): (input: Stream) => Stream {
  if (!isDoc(spec)) throw new CommandError('Location15947', "a group's fields must be specified in an object");
  if (spec._id === undefined) throw new CommandError('Location15955', 'a group specification must include an _id');
  const id = compileExpression(spec._id);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, operand]) => {
      if (outerName(name).includes('.'))
        throw new CommandError('Location40235', `The field name '${outerName(name)}' cannot contain '.'`);
      return { name, make: compileAccumulator(outerName(name), operand) };
    });
  return function* (input) {
    const groups = new Map<string, Group>();
    const collated: Group[] = [];
    for (const doc of input) {
      if (!doc) {
        yield undefined;
        continue;
      }
      const scope = newScope(doc, options.variables);
      const value = id(scope) ?? null;
      const key = groupKey(value);
      let group =
        groups.get(key) ??
        (options.order && collated.find((other) => compareValues(other.id, value, options.order) === 0));
      if (!group) {
        group = { id: value, accumulators: fields.map(({ make }) => make()) };
        if (options.order) collated.push(group);
        groups.set(key, group);
      }
      for (const accumulator of group.accumulators) accumulator.add(scope);
      yield undefined;
    }
    for (const group of groups.values()) {
      const result: Doc = { _id: group.id };
      for (let i = 0; i < fields.length; i++) result[fields[i]!.name] = group.accumulators[i]!.result();
      yield result;
    }
  };
}

/** Equal values have equal keys; text, the most common, needs no encoding. */
function groupKey(value: Value): string {
  return typeof value === 'string' ? `s${value}` : `k${keyOf([value]).toString('latin1')}`;
}
