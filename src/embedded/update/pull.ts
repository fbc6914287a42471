import { BSONRegExp } from 'bson';
import { equalValues } from '../bson/compare.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';
import { isOverItems } from '../query/operator-names.js';
import type { UpdateContext } from './update.js';

/**
 * Which items `$pull` takes out: by a value, by operators on the item, or by a filter over an item that is a document.
 */
export function pulled(operand: Value, context: UpdateContext): (item: Value) => boolean {
  if (isDoc(operand)) {
    if (isOverItems(operand)) return byOperators(operand, context);
    const isMatch = matcher(parseFilter(operand, { order: context.order }));
    return (item) => isDoc(item) && isMatch(item);
  }
  if (operand instanceof BSONRegExp) return byOperators({ $regex: operand }, context);
  return (item) => equalValues(item, operand, context.order);
}

function byOperators(operators: Doc, context: UpdateContext): (item: Value) => boolean {
  const isMatch = matcher(parseFilter({ item: operators }, { order: context.order }));
  return (item) => isMatch({ item });
}
