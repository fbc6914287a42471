import type { OpeningAnswer, OpenQuestion } from '../../saved-queries/open-question.js';
import { QUESTION_QUERY } from '../../saved-queries/open-question.js';
import type { Values } from '../../saved-queries/values.js';
import { defaultValues } from '../../saved-queries/values.js';
import { runPageQuery, fetchJson } from '../common/request.js';
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

/**
 * Fetches a saved question together with its answer. A preview has no answer yet. Null if there is no such question.
 * @param search  URL parameters with values of its variables
 * @throws RequestError
 */
export async function openQuestion(
  slug: string,
  search: URLSearchParams,
  settings: PageSettings,
  signal: AbortSignal,
): Promise<OpeningAnswer | null> {
  if (settings.isPreview) {
    const question = await fetchQuestion(slug, Object.fromEntries(search), settings, signal);
    return question && { question, tables: null, fixed: null };
  }
  const values = new URLSearchParams(search);
  for (const name of PAGE_PARAMETERS) values.delete(name);
  values.set('locale', settings.messages.locale);
  return fetchJson<OpeningAnswer>(`/q/${encodeURIComponent(slug)}.screen?${values}`, settings, signal);
}

/** URL parameters of the page, which are not variables of a question. */
const PAGE_PARAMETERS = ['question', 'view', 'table', 'preview'];
