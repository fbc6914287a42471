import type { OpeningAnswer, OpenQuestion } from '../../bench/open-question.js';
import { QUESTION_QUERY } from '../../bench/open-question.js';
import type { Values } from '../../bench/values.js';
import { ownValues } from '../../bench/values.js';
import { ask, read } from '../common/request.js';
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

/**
 * Opens a saved question: reads it together with the tables of its answer, so that nobody waits for one after the other.
 * Drafts are asked for alone.
 *
 * @param search what an address says; the values of the question's variables are among it
 * @returns null where there is none of that name
 * @throws Refusal
 */
export async function openQuestion(
  slug: string,
  search: URLSearchParams,
  setting: Setting,
  signal: AbortSignal,
): Promise<OpeningAnswer | null> {
  if (setting.isPreview) {
    const question = await fetchQuestion(slug, Object.fromEntries(search), setting, signal);
    return question && { question, tables: null, fixed: null };
  }
  const values = new URLSearchParams(search);
  for (const name of OF_THE_PAGE) values.delete(name);
  values.set('locale', setting.words.locale);
  return read<OpeningAnswer>(`/q/${encodeURIComponent(slug)}.screen?${values}`, setting, signal);
}

/** Parameters of an address that say how an answer is looked at. */
const OF_THE_PAGE = ['question', 'view', 'table', 'preview'];
