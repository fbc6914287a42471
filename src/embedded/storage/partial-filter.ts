import { shellForm } from '../bson/shell-form.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Filter } from '../query/filter.js';
import { parseFilter } from '../query/filter.js';

/** What MongoDB 7.0 lets a partial index ask for, beside `$and` and `$or`; geometry there is none here. */
const OPERATORS = new Set(['$eq', '$in', '$gt', '$gte', '$lt', '$lte', '$exists', '$type']);

/**
 * Refuses a filter that a partial index may not have.
 *
 * @throws CommandError CannotCreateIndex  an operator is not among those that a partial index may have
 * @throws CommandError 224 QueryFeatureNotAllowed  `$expr` or `$jsonSchema`
 * @throws CommandError BadValue  it is no filter
 */
export function checkPartialFilter(filter: Doc): void {
  const wrong = unsupported(
    parseFilter(filter, { expression: () => notHere('$expr'), schema: () => notHere('$jsonSchema') }),
  );
  if (wrong !== undefined)
    throw new CommandError('CannotCreateIndex', `Expression not supported in partial index: ${wrong}`);
}

function notHere(operator: string): never {
  throw new CommandError('QueryFeatureNotAllowed', `${operator} is not allowed in this context`);
}

/** The first part that may not be there; as `$ne` and `$exists: false` are negations, they are told of as such. */
function unsupported(filter: Filter): string | undefined {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.map(unsupported).find((wrong) => wrong !== undefined);
    case 'field':
      return OPERATORS.has(filter.operator)
        ? undefined
        : `${filter.name} ${filter.operator} ${shellForm(filter.operand)}`;
    case 'expression':
      return '$alwaysFalse';
    default:
      return `$${filter.kind}`;
  }
}
