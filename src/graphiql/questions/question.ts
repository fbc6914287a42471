import type { OpenQuestion } from '../../saved-queries/open-question.js';
import { QUESTION_QUERY } from '../../saved-queries/open-question.js';
import type { Values } from '../../saved-queries/values.js';
import { defaultValues } from '../../saved-queries/values.js';
import { runPageQuery } from '../common/request.js';
import type { PageSettings } from '../common/settings.js';

type Served = Omit<OpenQuestion, 'own'> & { variables: string | null };

/**
 * Fetches a saved question with its form; null if there is none.
 * @param values  override its defaults, and affect the choices
 * @throws RequestError
 */
export async function fetchQuestion(
  slug: string,
  values: Values,
  settings: PageSettings,
  signal?: AbortSignal,
): Promise<OpenQuestion | null> {
  const requested = { query: QUESTION_QUERY, variables: { slug, values: JSON.stringify(values) } };
  const { question } = await runPageQuery<{ question: Served | null }>(requested, settings, signal);
  if (!question) return null;
  const { variables, ...rest } = question;
  return { ...rest, own: defaultValues(variables) };
}
