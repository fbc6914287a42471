import type { LoadedQuestion } from '../../saved-queries/loaded-question.js';
import {
  type InputSpec,
  parseDefaultValues,
  parseUrlValues,
  type VariableValues,
  withoutNullValues,
} from '../../saved-queries/variable-values.js';
import { runPageQuery } from '../common/query-request.js';
import type { PageSettings } from '../common/settings.js';

/** A saved question in the editor. */
export interface EditorQuestion extends Pick<
  LoadedQuestion,
  'slug' | 'title' | 'summary' | 'task' | 'document' | 'defaults' | 'table' | 'view'
> {
  role: string;
  revision: number;
  inputs: readonly InputSpec[];
}

/** An open question, with the values of its variables. */
export interface OpenedQuestion {
  question: EditorQuestion;
  values: VariableValues;
}

const QUESTION_QUERY = `query EditorQuestion($slug: Slug!) {
  question(slug: $slug) {
    slug
    title
    summary
    task
    role
    revision
    document
    variables
    table
    view
    inputs { name form isList }
  }
}`;

/**
 * Fetches a saved question; null if there is none.
 * @param search  URL parameters with values that override the defaults of the question
 * @throws RequestError
 */
export async function fetchQuestion(
  slug: string,
  search: URLSearchParams,
  settings: PageSettings,
  signal: AbortSignal,
): Promise<OpenedQuestion | null> {
  const request = { query: QUESTION_QUERY, variables: { slug } };
  const { question } = await runPageQuery<{
    question: (Omit<EditorQuestion, 'defaults'> & { variables: string | null }) | null;
  }>(request, settings, signal);
  if (!question) return null;
  const { variables, ...questionFields } = question;
  const defaults = parseDefaultValues(variables);
  const { values } = parseUrlValues(search, questionFields.inputs);
  return { question: { ...questionFields, defaults }, values: withoutNullValues({ ...defaults, ...values }) };
}
