import { createHash } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { SortValue } from './orders.js';

/** Cursors of another form are refused rather than misread. */
const FORM = 1;
const LONGEST = 4096;

type Packed = string | { n: string } | { d: number };

/** The list that a cursor belongs to, in a few letters: all that decides which entries it has, and their order. */
export function listDigest(list: unknown): string {
  return createHash('sha256').update(canonical(list)).digest('base64url').slice(0, 11);
}

/** A value as text, the same for the same value whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

/** The cursor that points at an entry of a list. */
export function cursorOf(digest: string, values: readonly SortValue[]): string {
  return Buffer.from(JSON.stringify([FORM, digest, ...values.map(packed)])).toString('base64url');
}

/**
 * The values at which a cursor points.
 *
 * @throws AppError BAD_CURSOR  it is not one of ours, or belongs to another list
 */
export function cursorValues(cursor: string, digest: string, count: number): SortValue[] {
  const parts = cursor.length <= LONGEST ? parsed(cursor) : null;
  const values = parts?.slice(2).map(unpacked);
  if (!parts || parts[0] !== FORM || !values || values.length === 0 || values.includes(null)) {
    throw new AppError(
      'BAD_CURSOR',
      `"${cursor.slice(0, 40)}" is not a cursor of this server; give a cursor as a page returned it.`,
    );
  }
  if (parts[1] !== digest || values.length !== count) {
    throw new AppError(
      'BAD_CURSOR',
      `The cursor "${cursor.slice(0, 40)}" belongs to another list, or to this list with another filter, order or ` +
        'language; give it with the filter, order and language of the page it came from, or leave it out to begin anew.',
    );
  }
  return values as SortValue[];
}

function parsed(cursor: string): unknown[] | null {
  if (!/^[\w-]+$/.test(cursor)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function packed(value: SortValue): Packed {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? { n: String(value) } : { d: value.getTime() };
}

function unpacked(part: unknown): SortValue | null {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return null;
  if ('n' in part && typeof part.n === 'string' && !Number.isNaN(Number(part.n))) return Number(part.n);
  if ('d' in part && typeof part.d === 'number' && Math.abs(part.d) <= 8.64e15) return new Date(part.d);
  return null;
}
