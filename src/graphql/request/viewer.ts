import type { EntryKey } from '../../model/entry-key.js';
import type { Role } from '../../model/model.js';
import { mayDo, notAllowed } from '../../model/roles.js';
import type { View } from '../../model/view.js';

/** Who asks. */
export interface Viewer {
  role: Role;
  /** For the history and the log; null for the public. */
  name: string | null;
  /** The languages wanted, best first; never empty. */
  locales: readonly string[];
  /** Whether drafts stand in place of what is published. */
  preview: boolean;
  /** The one entry whose draft this viewer reads, as with a preview link; all others are read as `preview` says. */
  draft?: SharedDraft;
}

/** A draft that is shown to whoever has its preview link. */
interface SharedDraft extends EntryKey {
  /** The title that stands for an entry that the draft must link to and that is itself no public entry. */
  hiddenTitle: string;
}

/**
 * The graph that a viewer reads.
 *
 * @throws AppError UNAUTHENTICATED, FORBIDDEN  a preview is for editors only
 */
export function chooseView({ role, preview, draft }: Viewer): View {
  if (preview && !mayDo(role, 'EDITOR')) {
    throw notAllowed(role, 'A preview is for editors; send a token of one, or leave preview out.');
  }
  return draft ? { role, preview, draft } : { role, preview };
}
