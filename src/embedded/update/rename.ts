import type { Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { shownField } from './shown.js';
import type { UpdatePath } from './update-path.js';
import { isDynamic, parseUpdatePath } from './update-path.js';

const bad = (message: string) => new CommandError('BadValue', message);

/**
 * The path that `$rename` moves a field to.
 *
 * @throws CommandError BadValue  the two paths are one, one is around the other, or one has `$` in it
 */
export function parseRename(from: UpdatePath, operand: Value): UpdatePath {
  const given = shownField(from.text, operand);
  if (typeof operand !== 'string') throw bad(`The 'to' field for $rename must be a string: ${given}`);
  const to = parseUpdatePath(operand);
  if (from.text === to.text) throw bad(`The source and target field for $rename must differ: ${given}`);
  if (isAround(from, to) || isAround(to, from))
    throw bad(`The source and target field for $rename must not be on the same path: ${given}`);
  if (isDynamic(from)) throw bad(`The source field for $rename may not be dynamic: ${from.text}`);
  if (isDynamic(to)) throw bad(`The destination field for $rename may not be dynamic: ${to.text}`);
  return to;
}

function isAround(outer: UpdatePath, inner: UpdatePath): boolean {
  return inner.text.startsWith(`${outer.text}.`);
}
