import type { EntryKey } from './entry-key.js';
import type { Role } from './model.js';

/** What a reader may see: the data of a role, with or without drafts. */
export interface View {
  role: Role;
  /** Whether an entry that has a draft is read as the draft instead of as published. Only for editors. */
  preview: boolean;
  /** An entry whose draft is read although `preview` is false. */
  draft?: EntryKey;
}

export const PUBLIC_VIEW: View = { role: 'READER', preview: false };

export const PREVIEW_VIEW: View = { role: 'EDITOR', preview: true };
