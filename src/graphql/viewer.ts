import { AppError } from '../errors.js';
import type { Role } from '../model/model.js';
import type { View } from '../store/store.js';

const RANK: Readonly<Record<Role, number>> = { READER: 0, EDITOR: 1, ADMIN: 2 };

/** Who asks. */
export interface Viewer {
  role: Role;
  /** For the history and the log; null for the public. */
  name: string | null;
  /** The languages wanted, best first; never empty. */
  locales: readonly string[];
  /** Whether drafts stand in place of what is published. */
  preview: boolean;
}

/** Whether a role may do what needs another; nothing needed is allowed to all. */
export function mayDo(role: Role, needed: Role | null): boolean {
  return needed === null || RANK[role] >= RANK[needed];
}

/**
 * The graph that a viewer reads.
 *
 * @throws AppError FORBIDDEN  a preview is for editors only
 */
export function viewOf({ role, preview }: Viewer): View {
  if (preview && !mayDo(role, 'EDITOR')) {
    throw new AppError('FORBIDDEN', 'A preview is for editors; send a token of one, or leave preview out.');
  }
  return { role, preview };
}
