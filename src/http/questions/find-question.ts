import type { ListedQuestion } from '../../saved-queries/listed-questions.js';
import { LISTED_QUESTIONS_QUERY } from '../../saved-queries/listed-questions.js';
import type { OpenInput, OpenQuestion } from '../../saved-queries/open-question.js';
import { QUESTION_QUERY, SERIES_QUERY, SERIES_SLUG } from '../../saved-queries/open-question.js';
import { defaultValues } from '../../saved-queries/values.js';
import type { ExecuteQuery } from '../execute-query.js';
import { requireData } from '../refused-query.js';
import type { SidecarQuery } from '../files/sidecar-query.js';

type Told = Pick<OpenQuestion, 'title' | 'summary' | 'document'> & { inputs: readonly OpenInput[] | null };
type Entry = Told & Pick<OpenQuestion, 'task' | 'vintage' | 'table' | 'view'> & { variables: string | null };

const NO_ENTRY = { task: null, own: {}, vintage: null, table: null, view: null } as const;

/** Limits for URL values; keys are short. */
const MAX_LENGTHS = { text: 100, all: 900 };

/** The query for a question with its form, filled from a URL. */
export function questionSidecar(slug: string, search: URLSearchParams): SidecarQuery {
  const values = JSON.stringify(shortTexts(search));
  return slug === SERIES_SLUG
    ? { query: SERIES_QUERY, variables: { values } }
    : { query: QUESTION_QUERY, variables: { slug, values } };
}

/** The question in a response; null where there is none. */
export function questionIn(slug: string, told: unknown): OpenQuestion | null {
  if (told == null) return null;
  if (slug === SERIES_SLUG) return { ...NO_ENTRY, ...inputsIn(told as Told), slug };
  const { variables, ...entry } = told as Entry;
  return { ...inputsIn(entry), slug, own: defaultValues(variables) };
}

/** Reads a question with its form; null where there is none. @throws Refused */
export async function findQuestion(
  slug: string,
  search: URLSearchParams,
  ask: ExecuteQuery,
): Promise<OpenQuestion | null> {
  const { query, variables } = questionSidecar(slug, search);
  const [told] = Object.values(requireData(await ask(query, variables)));
  return questionIn(slug, told);
}

/** All questions in order. @throws Refused */
export async function listQuestions(ask: ExecuteQuery): Promise<readonly ListedQuestion[]> {
  const { questions } = requireData(await ask(LISTED_QUESTIONS_QUERY, {}));
  return (questions as { nodes: ListedQuestion[] }).nodes;
}

function inputsIn<T extends Told>(told: T): T & Pick<OpenQuestion, 'inputs'> {
  return { ...told, inputs: told.inputs ?? [] };
}

function shortTexts(search: URLSearchParams): Record<string, string> {
  const texts: Record<string, string> = {};
  let left = MAX_LENGTHS.all;
  for (const [name, text] of search) {
    const length = name.length + text.length;
    if (length > MAX_LENGTHS.text || length > left) continue;
    left -= length;
    texts[name] = text;
  }
  return texts;
}
