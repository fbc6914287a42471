import type { EntryKey } from '../../model/entry-key.js';
import type { Role } from '../../model/model.js';
import { hasRole, accessDeniedError } from '../../model/roles.js';
import type { View } from '../../model/visibility.js';

/** The sender of a request: role, locales, and which drafts are shown. */
export interface Viewer {
  role: Role;
  /** Name for the history and the log; null for anonymous readers. */
  name: string | null;
  /** Requested locales, in order of preference; never empty. */
  locales: readonly string[];
  /** Whether an entry that has a draft is read as the draft instead of as published. */
  preview: boolean;
  /** Entry of a preview link, whose draft is shown. For other entries, `preview` decides. */
  draft?: SharedDraft;
}

interface SharedDraft extends EntryKey {
  /** Title of the placeholder for a required link to an entry that is not public. */
  hiddenTitle: string;
}

/** Returns the view of a viewer. @throws AppError UNAUTHENTICATED, FORBIDDEN if a reader requests a preview */
export function chooseView({ role, preview, draft }: Viewer): View {
  if (preview && !hasRole(role, 'EDITOR')) {
    throw accessDeniedError(role, 'A preview requires the token of an editor; send one, or remove "preview".');
  }
  return draft ? { role, preview, draft } : { role, preview };
}
