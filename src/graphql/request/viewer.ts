import type { EntryKey } from '../../model/entry-key.js';
import type { Role } from '../../model/model.js';
import { hasRole, accessDeniedError } from '../../model/roles.js';
import type { View } from '../../model/view.js';

export interface Viewer {
  role: Role;
  /** For the history and the log; null for the public. */
  name: string | null;
  /** Requested locales, best first; never empty. */
  locales: readonly string[];
  /** Whether drafts replace published states. */
  preview: boolean;
  /** The entry of a preview link, whose draft is shown. Others are shown as `preview` says. */
  draft?: SharedDraft;
}

interface SharedDraft extends EntryKey {
  /** The title of a placeholder for a required link to an entry that is not public. */
  hiddenTitle: string;
}

/** The view of a viewer. @throws AppError UNAUTHENTICATED, FORBIDDEN for a reader's preview */
export function chooseView({ role, preview, draft }: Viewer): View {
  if (preview && !hasRole(role, 'EDITOR')) {
    throw accessDeniedError(role, 'A preview is for editors; send a token of one, or leave preview out.');
  }
  return draft ? { role, preview, draft } : { role, preview };
}
