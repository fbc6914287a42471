import { outerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Accumulator } from './accumulators.js';
import { compileAccumulator } from './accumulators.js';
import type { CompileContext } from './compile-expression.js';
import { compilerFor, newScope } from './compile-expression.js';
import type { Stream } from './stream.js';
import { gathered } from './stream.js';
import { ValueMap } from '../bson/value-map.js';

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/** `$group`; by a collation, strings that compare equal fall into one group, whose name is that of the first. */
export function compileGroup(spec: Value, context: CompileContext): (input: Stream) => Stream {
  if (!isDoc(spec)) throw new CommandError('Location15947', "a group's fields must be specified in an object");
  if (spec._id === undefined) throw new CommandError('Location15955', 'a group specification must include an _id');
  const compile = compilerFor(context);
  const id = compile(spec._id);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, operand]) => {
      checkName(outerName(name));
      return { name, make: compileAccumulator(outerName(name), operand, compile) };
    });
  context.reads?.end();
  return (input) => {
    const groups = new ValueMap<Group>(context.order);
    const add = (doc: Doc) => {
      const scope = newScope(doc, context.variables);
      const value = id(scope) ?? null;
      let group = groups.get(value);
      if (!group) {
        group = { id: value, accumulators: fields.map(({ make }) => make()) };
        groups.add(value, group);
      }
      for (const accumulator of group.accumulators) accumulator.add(scope);
    };
    return gathered(input, add, () => results(groups.items(), fields));
  };
}

function* results(groups: readonly Group[], fields: readonly { name: string }[]): Generator<Doc> {
  for (const { id, accumulators } of groups) {
    const result: Doc = { _id: id };
    for (const [at, { name }] of fields.entries()) result[name] = accumulators[at]!.result();
    yield result;
  }
}

function checkName(name: string): void {
  if (name.includes('.')) throw new CommandError('Location40235', `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$'))
    throw new CommandError('Location40236', `The field name '${name}' cannot be an operator name`);
}
