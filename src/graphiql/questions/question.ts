import type { OpenQuestion } from '../../bench/open-question.js';
import { QUESTION_QUERY } from '../../bench/open-question.js';
import type { Values } from '../../bench/values.js';
import { ownValues } from '../../bench/values.js';
import { ask } from '../common/request.js';
import type { Setting } from '../common/setting.js';

type Served = Omit<OpenQuestion, 'own'> & { variables: string | null };

/**
 * Reads a saved question with its form; null where there is none of that name.
 *
 * @param values those that come before the question's own: what can be chosen follows from them
 * @throws Refusal
 */
export async function fetchQuestion(
  slug: string,
  values: Values,
  setting: Setting,
  signal?: AbortSignal,
): Promise<OpenQuestion | null> {
  const asked = { query: QUESTION_QUERY, variables: { slug, values: JSON.stringify(values) } };
  const { question } = await ask<{ question: Served | null }>(asked, setting, signal);
  if (!question) return null;
  const { variables, ...told } = question;
  return { ...told, own: ownValues(variables) };
}
