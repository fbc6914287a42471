import { LISTED_QUESTIONS_QUERY, type ListedQuestion } from '../../saved-queries/listed-questions.js';
import {
  type LoadedInput,
  type LoadedQuestion,
  QUESTION_QUERY,
  SERIES_QUERY,
  SERIES_SLUG,
  UNSAVED_QUESTION_DEFAULTS,
} from '../../saved-queries/loaded-question.js';
import { parseDefaultValues } from '../../saved-queries/variable-values.js';
import type { ExecuteQuery } from '../execute-query.js';
import { requireData } from '../query-errors.js';

type QuestionData = Pick<LoadedQuestion, 'title' | 'summary' | 'document'> & { inputs: readonly LoadedInput[] | null };
type QuestionEntry = QuestionData &
  Pick<LoadedQuestion, 'task' | 'vintage' | 'table' | 'view'> & { variables: string | null };

/** Maximum lengths of URL parameters, in characters: for one name with its value, and for all together. */
const MAX_PARAM_LENGTHS = { text: 100, all: 900 };

/** Reads a question with the inputs of its form, filled from a URL; null if it does not exist. @throws QueryRejectedError */
export async function findQuestion(
  slug: string,
  search: URLSearchParams,
  execute: ExecuteQuery,
): Promise<LoadedQuestion | null> {
  const values = JSON.stringify(limitParams(search));
  const pendingResponse =
    slug === SERIES_SLUG ? execute(SERIES_QUERY, { values }) : execute(QUESTION_QUERY, { slug, values });
  const [data] = Object.values(requireData(await pendingResponse));
  if (data == null) return null;
  if (slug === SERIES_SLUG)
    return { ...UNSAVED_QUESTION_DEFAULTS, ...withInputs(data as QuestionData), defaults: {}, slug };
  const { variables, ...entry } = data as QuestionEntry;
  return { ...withInputs(entry), slug, defaults: parseDefaultValues(variables) };
}

/** Returns all questions, in order. @throws QueryRejectedError */
export async function listQuestions(execute: ExecuteQuery): Promise<readonly ListedQuestion[]> {
  const { questions } = requireData(await execute(LISTED_QUESTIONS_QUERY, {}));
  return (questions as { nodes: ListedQuestion[] }).nodes;
}

function withInputs<T extends QuestionData>(data: T): T & Pick<LoadedQuestion, 'inputs'> {
  return { ...data, inputs: data.inputs ?? [] };
}

function limitParams(search: URLSearchParams): Record<string, string> {
  const texts: Record<string, string> = {};
  let remaining = MAX_PARAM_LENGTHS.all;
  for (const [name, text] of search) {
    const length = name.length + text.length;
    if (length > MAX_PARAM_LENGTHS.text || length > remaining) continue;
    remaining -= length;
    texts[name] = text;
  }
  return texts;
}
