import { decodeDocument } from '../bson/decode.js';
import { keyOf } from '../bson/index-key.js';
import { integerValue, isNumeric, toDouble } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parsePath, visitPath } from '../query/paths.js';
import type { Plan } from '../query/planner.js';
import { search } from '../query/search.js';
import type { Command, CommandContext } from './command.js';
import { existing } from './command.js';
import type { Query } from './find.js';
import { parseQuery, planFor } from './find.js';
import type { Collection } from '../storage/collection.js';

/** `count`: from the figures when all are counted, from the keys alone when they settle it. */
export const count: Command = async (context) => {
  const { command } = context;
  const limit = isNumeric(command.limit) ? Math.abs(toDouble(command.limit)) : 0;
  const query = parseQuery({ ...command, query: command.query ?? {}, limit }, 'query');
  const collection = existing(context);
  if (!collection) return { n: 0 };
  const n = await countFound(context, collection, query, planFor(collection, query));
  const left = Math.max(n - query.skip, 0);
  return { n: integerValue(limit > 0 ? Math.min(left, limit) : left) };
};

/** How many documents a query finds, `skip` and `limit` aside. */
export async function countFound(
  context: CommandContext,
  collection: Collection,
  query: Query,
  plan: Plan,
): Promise<number> {
  const { storage, pacer } = context;
  if (plan.kind === 'scan' && plan.residual.length === 0) return collection.count;
  if (isCovered(plan)) {
    return plan.ranges.reduce((sum, { start, end }) => sum + storage.countEntries(plan.index, start, end), 0);
  }
  const enough = query.limit > 0 ? query.limit + query.skip : Infinity;
  let n = 0;
  for (const found of search(storage, collection, plan, query.filter)) {
    if (pacer.due()) await pacer.pause();
    if (found && ++n >= enough) break;
  }
  return n;
}

/** True when each entry is one document that counts. */
export function isCovered(plan: Plan): plan is Extract<Plan, { kind: 'index' }> {
  return plan.kind === 'index' && plan.residual.length === 0 && !plan.index.multikey.includes(true);
}

/** `distinct`: the values under a field, arrays opened, each once. */
export const distinct: Command = async (context) => {
  const { command, storage, pacer } = context;
  const { key } = command;
  if (typeof key !== 'string')
    throw new CommandError('TypeMismatch', "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  if (key === '') throw new CommandError('Location40352', 'FieldPath cannot be constructed with empty string');
  const query = parseQuery({ ...command, query: command.query ?? {} }, 'query');
  const collection = existing(context);
  if (!collection) return { values: [] };
  const path = parsePath(key);
  const fields = new Set([path[0]!.inner]);
  const seen = new Map<string, Value>();
  const add = (value: Value) => {
    if (query.order && typeof value === 'string') {
      for (const other of seen.values()) if (typeof other === 'string' && query.order(other, value) === 0) return;
    }
    const same = keyOf([value]).toString('latin1');
    if (!seen.has(same)) seen.set(same, value);
  };
  for (const found of search(storage, collection, planFor(collection, query), query.filter)) {
    if (pacer.due()) await pacer.pause();
    if (!found) continue;
    visitPath(found.doc ?? decodeDocument(found.bytes, 0, fields), path, (value) => {
      if (Array.isArray(value)) value.forEach(add);
      else if (value !== undefined) add(value);
      return false;
    });
  }
  return { values: [...seen.values()] };
};
