import type { EntryKey } from './entry-key.js';
import type { Role } from './model.js';

/** Which entries are read, and for whom. */
export interface View {
  role: Role;
  /** Drafts stand in place of what is published. Only ever true for editors. */
  preview: boolean;
  /** The one entry that is read as in a preview, although all others are not; none unless given. */
  draft?: EntryKey;
}

/** What everybody sees. */
export const PUBLIC: View = { role: 'READER', preview: false };

/** What editors see in a preview. */
export const PREVIEW: View = { role: 'EDITOR', preview: true };
