import type { ListedQuestion } from '../../bench/listed-questions.js';
import { LISTED_QUESTIONS_QUERY } from '../../bench/listed-questions.js';
import type { OpenInput, OpenQuestion } from '../../bench/open-question.js';
import { QUESTION_QUERY, SERIES_QUERY, SERIES_SLUG } from '../../bench/open-question.js';
import { ownValues } from '../../bench/values.js';
import type { Ask } from '../ask-query.js';
import { requireData } from '../refused.js';
import type { AskedBeside } from '../files/beside-query.js';

type Told = Pick<OpenQuestion, 'title' | 'summary' | 'document'> & { inputs: readonly OpenInput[] | null };
type Entry = Told & Pick<OpenQuestion, 'task' | 'vintage' | 'table' | 'view'> & { variables: string | null };

const NO_ENTRY = { task: null, own: {}, vintage: null, table: null, view: null } as const;

/** Limits for URL values; keys are short. */
const LONGEST = { text: 100, all: 900 };

/** The query for a question with its form, filled from a URL. */
export function questionBeside(slug: string, search: URLSearchParams): AskedBeside {
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
  return { ...inputsIn(entry), slug, own: ownValues(variables) };
}

/** Reads a question with its form; null where there is none. @throws Refused */
export async function findQuestion(slug: string, search: URLSearchParams, ask: Ask): Promise<OpenQuestion | null> {
  const { query, variables } = questionBeside(slug, search);
  const [told] = Object.values(requireData(await ask(query, variables)));
  return questionIn(slug, told);
}

/** All questions in order. @throws Refused */
export async function listQuestions(ask: Ask): Promise<readonly ListedQuestion[]> {
  const { questions } = requireData(await ask(LISTED_QUESTIONS_QUERY, {}));
  return (questions as { nodes: ListedQuestion[] }).nodes;
}

function inputsIn<T extends Told>(told: T): T & Pick<OpenQuestion, 'inputs'> {
  return { ...told, inputs: told.inputs ?? [] };
}

function shortTexts(search: URLSearchParams): Record<string, string> {
  const texts: Record<string, string> = {};
  let left = LONGEST.all;
  for (const [name, text] of search) {
    const length = name.length + text.length;
    if (length > LONGEST.text || length > left) continue;
    left -= length;
    texts[name] = text;
  }
  return texts;
}
