import { AppError } from '../errors.js';
import type { Role } from './model.js';

const RANK: Readonly<Record<Role, number>> = { READER: 0, EDITOR: 1, ADMIN: 2 };

/** Whether a role may do what needs another; nothing needed is allowed to all. */
export function mayDo(role: Role, needed: Role | null): boolean {
  return needed === null || RANK[role] >= RANK[needed];
}

/** The error of who lacks a role. Its code tells whether a token is missing, or one with a greater role. */
export function notAllowed(role: Role, message: string): AppError {
  return new AppError(role === 'READER' ? 'UNAUTHENTICATED' : 'FORBIDDEN', message);
}
