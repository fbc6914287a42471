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
}

/**
 * The graph that a viewer reads.
 *
 * @throws AppError UNAUTHENTICATED, FORBIDDEN  a preview is for editors only
 */
export function chooseView({ role, preview }: Viewer): View {
  if (preview && !mayDo(role, 'EDITOR')) {
    throw notAllowed(role, 'A preview is for editors; send a token of one, or leave preview out.');
  }
  return { role, preview };
}
