import { AppError } from '../errors.js';
import type { Role } from './model.js';

const ROLE_RANKS: Readonly<Record<Role, number>> = { READER: 0, EDITOR: 1, ADMIN: 2 };

/** Whether a role has the rights of the required one. Null means that no role is required. */
export function hasRole(role: Role, required: Role | null): boolean {
  return required === null || ROLE_RANKS[role] >= ROLE_RANKS[required];
}

/** Returns the error for a missing token or role. */
export function accessDeniedError(role: Role, message: string): AppError {
  return new AppError(role === 'READER' ? 'UNAUTHENTICATED' : 'FORBIDDEN', message);
}
