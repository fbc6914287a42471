import type { OpenQuestion } from '../../bench/open-question.js';
import { permanentPath } from '../../bench/permanent-path.js';
import type { Values } from '../../bench/values.js';
import type { FixedEditions } from '../../model/editions.js';

/** The permanent address of an answer. */
export function permanentAddress(question: OpenQuestion, values: Values, fixed: FixedEditions | null): string {
  return `${location.origin}${permanentPath(question, values, fixed)}`;
}
