import type { OpenQuestion } from '../../saved-queries/open-question.js';
import { permanentPath } from '../../saved-queries/permanent-path.js';
import type { Values } from '../../saved-queries/values.js';
import type { FixedEditions } from '../../model/editions.js';

/** Returns the permalink of an answer. */
export function permanentAddress(question: OpenQuestion, values: Values, fixed: FixedEditions | null): string {
  return `${location.origin}${permanentPath(question, values, fixed)}`;
}
