import { CommandError } from '../command-error.js';
import type { ArrayFilters } from './array-filters.js';

/** A path of an update, checked and taken apart. */
export interface UpdatePath {
  text: string;
  segments: readonly string[];
}

/** True for `$[]` and `$[name]`. */
export function isArrayFilterSegment(segment: string): boolean {
  return segment.startsWith('$[') && segment.endsWith(']');
}

/** The name in `$[name]`; empty for `$[]`. */
export function identifierIn(segment: string): string {
  return segment.slice(2, -1);
}

/**
 * Takes a path apart.
 *
 * @throws CommandError EmptyFieldName, BadValue  it can lead to no field of any document
 */
export function parseUpdatePath(text: string): UpdatePath {
  if (text === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.');
  const segments = text.split('.');
  if (segments.includes('')) {
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${text}' contains an empty field name, which is not allowed.`,
    );
  }
  if (text.includes('$')) checkPositional(text, segments);
  return { text, segments };
}

function checkPositional(text: string, segments: readonly string[]): void {
  if (segments.indexOf('$') !== segments.lastIndexOf('$')) {
    throw new CommandError('BadValue', `Too many positional (i.e. '$') elements found in path '${text}'`);
  }
  if (segments[0] === '$') {
    throw new CommandError(
      'BadValue',
      `Cannot have positional (i.e. '$') element in the first position in path '${text}'`,
    );
  }
}

/** Refuses `$[name]` that stands first or has no filter. @throws CommandError BadValue */
export function checkArrayFilters({ text, segments }: UpdatePath, filters: ArrayFilters): void {
  if (!text.includes('$[')) return;
  for (const [i, segment] of segments.entries()) {
    if (!isArrayFilterSegment(segment)) continue;
    if (i === 0) {
      throw new CommandError(
        'BadValue',
        `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${text}'`,
      );
    }
    const identifier = identifierIn(segment);
    if (identifier !== '' && !filters.has(identifier)) {
      throw new CommandError('BadValue', `No array filter found for identifier '${identifier}' in path '${text}'`);
    }
  }
}
