import { BSONRegExp } from 'bson';
import type { Doc } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';

const bad = (message: string) => new CommandError('BadValue', message);

/**
 * The expression of `{ $regex: …, $options: … }`; the options may stand first.
 *
 * @throws CommandError 51074, 51075  the expression and `$options` both have options
 */
export function regexOperand(operators: Doc): BSONRegExp {
  let pattern = '';
  let options = '';
  for (const [operator, value] of Object.entries(operators)) {
    if (operator === '$options') {
      if (typeof value !== 'string') throw bad('$options has to be a string');
      if (options !== '') throw twice('Location51075');
      options = value;
    } else if (operator === '$regex') {
      if (typeof value !== 'string' && !(value instanceof BSONRegExp)) throw bad('$regex has to be a string');
      pattern = typeof value === 'string' ? value : value.pattern;
      const own = typeof value === 'string' ? '' : value.options;
      if (own !== '' && options !== '') throw twice('Location51074');
      if (own !== '') options = own;
    }
  }
  return checkedRegex(pattern, options);
}

const twice = (code: `Location${number}`) => new CommandError(code, 'options set in both $regex and $options');

/** The class of the driver would throw an error of its own for these. */
function checkedRegex(pattern: string, options: string): BSONRegExp {
  const unknown = /[^imsux]/u.exec(options)?.[0];
  if (unknown !== undefined) {
    throw new CommandError('Location51108', ` invalid flag in regex options: ${unknown}`);
  }
  if (pattern.includes('\0')) throw bad('Regular expression cannot contain an embedded null byte');
  return new BSONRegExp(pattern, options);
}
