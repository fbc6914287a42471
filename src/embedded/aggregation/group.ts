import { toBsonName } from '../bson/field-names.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { type Accumulator, compileAccumulator } from './accumulators.js';
import { compileExpression } from './expression.js';
import type { StageCompilerContext } from './pipeline.js';
import { reduceStream, type Stream } from './stream.js';
import { ValueMap } from '../bson/value-map.js';

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/** `$group`: outputs one document for each distinct value of `_id`. @throws CommandError 15947, 15955, 40235, 40236 */
export function compileGroup(spec: Value, { reads }: StageCompilerContext): (input: Stream) => Stream {
  if (!isDoc(spec)) throw new CommandError('Location15947', "a group's fields must be specified in an object");
  if (spec._id === undefined) throw new CommandError('Location15955', 'a group specification must include an _id');
  const evaluateId = compileExpression(spec._id, reads);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, operand]) => {
      checkName(toBsonName(name));
      return { name, make: compileAccumulator(toBsonName(name), operand, reads) };
    });
  reads?.stopCollecting();
  return (input) => {
    const groups = new ValueMap<Group>();
    const add = (doc: Doc) => {
      const value = evaluateId(doc) ?? null;
      let group = groups.get(value);
      if (!group) {
        group = { id: value, accumulators: fields.map(({ make }) => make()) };
        groups.set(value, group);
      }
      for (const accumulator of group.accumulators) accumulator.add(doc);
    };
    return reduceStream(input, add, () => yieldGroups(groups.items(), fields));
  };
}

function* yieldGroups(groups: readonly Group[], fields: readonly { name: string }[]): Generator<Doc> {
  for (const { id, accumulators } of groups) {
    const result: Doc = { _id: id };
    for (const [index, { name }] of fields.entries()) result[name] = accumulators[index]!.result();
    yield result;
  }
}

function checkName(name: string): void {
  if (name.includes('.')) throw new CommandError('Location40235', `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$'))
    throw new CommandError('Location40236', `The field name '${name}' cannot be an operator name`);
}
