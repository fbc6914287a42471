import type { ListedQuestion } from '../../bench/listed-questions.js';
import { LISTED_QUESTIONS_QUERY } from '../../bench/listed-questions.js';
import type { OpenInput, OpenQuestion } from '../../bench/open-question.js';
import { QUESTION_QUERY, SERIES_QUERY, SERIES_SLUG } from '../../bench/open-question.js';
import { ownValues } from '../../bench/values.js';
import type { Ask } from '../ask-query.js';
import { requireData } from '../refused.js';
import type { AskedBeside } from '../files/beside-query.js';

/** What every question tells, and what those that are entries tell beside. */
type Told = Pick<OpenQuestion, 'title' | 'summary' | 'document'> & { inputs: readonly OpenInput[] | null };
type Entry = Told & Pick<OpenQuestion, 'task' | 'vintage' | 'table' | 'view'> & { variables: string | null };

const NO_ENTRY = { task: null, own: {}, vintage: null, table: null, view: null } as const;

/** More of an address is not read for what can be chosen: keys are short. */
const LONGEST = { text: 100, all: 900 };

/** What asks for the question of a slug with its form, as an address fills it. */
export function questionBeside(slug: string, search: URLSearchParams): AskedBeside {
  const values = JSON.stringify(shortTexts(search));
  return slug === SERIES_SLUG
    ? { query: SERIES_QUERY, variables: { values } }
    : { query: QUESTION_QUERY, variables: { slug, values } };
}

/** The question of a slug in what the contract told; null where it told of none. */
export function questionIn(slug: string, told: unknown): OpenQuestion | null {
  if (told == null) return null;
  if (slug === SERIES_SLUG) return { ...NO_ENTRY, ...inputsIn(told as Told), slug };
  const { variables, ...entry } = told as Entry;
  return { ...inputsIn(entry), slug, own: ownValues(variables) };
}

/** The question of a slug with its form, as the address fills it; null where there is none. @throws Refused */
export async function findQuestion(slug: string, search: URLSearchParams, ask: Ask): Promise<OpenQuestion | null> {
  const { query, variables } = questionBeside(slug, search);
  const [told] = Object.values(requireData(await ask(query, variables)));
  return questionIn(slug, told);
}

/** All questions, in their order. @throws Refused */
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
