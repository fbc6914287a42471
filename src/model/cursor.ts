import { AppError } from '../errors.js';

/** Version of the cursor format. Cursors of other versions are rejected. */
const CURSOR_VERSION = 1;
const MAX_CURSOR_LENGTH = 4096;

/** A sort value. Never null: absent values are replaced with placeholders. */
export type SortValue = string | number | Date;

type EncodedValue = string | { n: string } | { d: number };

/** Encodes a cursor. @param digest identifies the list: filter, sort keys and locales */
export function encodeCursor(digest: string, values: readonly SortValue[]): string {
  return Buffer.from(JSON.stringify([CURSOR_VERSION, digest, ...values.map(encodeValue)])).toString('base64url');
}

/** Decodes the sort values of a cursor. @throws AppError BAD_CURSOR if it is invalid or belongs to another list */
export function decodeCursor(cursor: string, digest: string, count: number): SortValue[] {
  const cursorParts = cursor.length <= MAX_CURSOR_LENGTH ? parseOrNull(cursor) : null;
  const values = cursorParts?.slice(2).map(decodeValue);
  if (!cursorParts || cursorParts[0] !== CURSOR_VERSION || !values || values.length === 0 || values.includes(null)) {
    throw invalidCursorError(cursor);
  }
  if (cursorParts[1] !== digest || values.length !== count) {
    throw new AppError(
      'BAD_CURSOR',
      `The cursor "${cursor.slice(0, 40)}" belongs to another list, or to this list with another filter, order or ` +
        'language; use it with the filter, order and language of its page, or remove it to start from the beginning.',
    );
  }
  return values as SortValue[];
}

export function invalidCursorError(cursor: string): AppError {
  const message = `"${cursor.slice(0, 40)}" is not a cursor of this server; use a cursor from a page, unchanged.`;
  return new AppError('BAD_CURSOR', message);
}

function parseOrNull(cursor: string): unknown[] | null {
  if (!/^[\w-]+$/.test(cursor)) return null;
  try {
    const cursorParts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(cursorParts) ? cursorParts : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function encodeValue(value: SortValue): EncodedValue {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? { n: String(value) } : { d: value.getTime() };
}

function decodeValue(part: unknown): SortValue | null {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return null;
  if ('n' in part && typeof part.n === 'string' && !Number.isNaN(Number(part.n))) return Number(part.n);
  if ('d' in part && typeof part.d === 'number' && Math.abs(part.d) <= 8.64e15) return new Date(part.d);
  return null;
}
