import { ask } from '../common/request.js';
import type { Setting } from '../common/setting.js';

/** One value that can be chosen. */
export interface Choice {
  value: string;
  title: string;
  group: string | null;
  hasFigures: boolean | null;
}

/** One thing that a question asks its reader for. */
export interface Input {
  name: string;
  title: string;
  description: string | null;
  form: string;
  isRequired: boolean;
  isList: boolean;
  choices: readonly Choice[];
  covers: { from: string | null; to: string | null } | null;
}

/** A saved question with its form. */
export interface Question {
  slug: string;
  title: string;
  summary: string | null;
  document: string;
  /** JSON, or null where the document takes no variables. */
  variables: string | null;
  /** The path of the table that it is about, and what it is looked at as; null where that is left open. */
  table: string | null;
  view: string | null;
  inputs: readonly Input[];
}

/** The values of variables. */
export type Values = Readonly<Record<string, unknown>>;

const QUESTION_QUERY = `query OneQuestion($slug: Slug!, $values: String) {
  question(slug: $slug) {
    slug title summary document variables table view
    inputs(values: $values) {
      name title description form isRequired isList
      choices { value title group hasFigures }
      covers { from to }
    }
  }
}`;

/**
 * Reads a saved question; null where there is none of that name.
 *
 * @param values those that come before the question's own: what can be chosen follows from them
 * @throws Refusal
 */
export async function fetchQuestion(
  slug: string,
  values: Values,
  setting: Setting,
  signal?: AbortSignal,
): Promise<Question | null> {
  const asked = { query: QUESTION_QUERY, variables: { slug, values: JSON.stringify(values) } };
  return (await ask<{ question: Question | null }>(asked, setting, signal)).question;
}

/** The values that a question comes with. */
export function ownValues({ variables }: Pick<Question, 'variables'>): Values {
  return variables === null || variables.trim() === '' ? {} : (JSON.parse(variables) as Values);
}
