import type { Doc } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import type { Filter } from '../query/compile-filter.js';
import type { Update } from './update.js';

type FieldFilter = Extract<Filter, { kind: 'field' }>;

/**
 * Returns the initial document of an upsert: the `_id` of its filter, if any. MongoDB also takes other equalities.
 * @throws CommandError BadValue the filter states more than one `_id`
 */
export function initialUpsertDocument(filter: Filter, kind: Update['kind']): Doc {
  const isTaken = ({ name }: FieldFilter) => kind === 'modifiers' || name.split('.')[0] === '_id';
  const [id, ...others] = statedFields(filter).filter(isTaken);
  if (id === undefined) return {};
  if (others.length === 0 && id.name === '_id' && id.operator === '$eq') return { _id: id.operand };
  throw new CommandError('BadValue', unsupportedMessage("An upsert by anything but one '_id'"));
}

/** Returns the equality conditions, from which MongoDB takes field values for the inserted document. */
function statedFields(filter: Filter): FieldFilter[] {
  if (filter.kind === 'and') return filter.parts.flatMap(statedFields);
  if (filter.kind === 'or' && filter.parts.length === 1) return statedFields(filter.parts[0]!);
  return filter.kind === 'field' && ['$eq', '$in'].includes(filter.operator) ? [filter] : [];
}
