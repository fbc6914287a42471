import { runPageQuery } from '../../common/query-request.js';
import type { PageSettings } from '../../common/settings.js';
import { PATCH_QUESTION, SAVE_QUESTION } from './save-mutations.js';

/** Contents of the form that saves a question, in the locale of the page. */
export interface QuestionDraft {
  slug: string;
  title: string;
  summary: string;
  task: string;
  role: string;
  document: string;
  variables: string;
  publish: boolean;
}

/** An error with the path of its field, such as `["title", "en"]`. */
export interface UserError {
  path: readonly string[];
  message: string;
  tip: string | null;
}

interface Payload {
  /** New revision; null if nothing was written. */
  revision: number | null;
  obstacle: object | null;
  userErrors: readonly UserError[];
}

/**
 * Saves a new question, or patches an existing one.
 * @param revision  expected revision; 0 for a new question
 * @returns an obstacle if the slug is taken or the revision is outdated
 * @throws RequestError
 */
export async function saveQuestion(
  { slug, title, summary, task, role, document, variables, publish }: QuestionDraft,
  revision: number,
  settings: PageSettings,
): Promise<Payload> {
  const toTexts = (text: string) => ({ [settings.messages.locale]: text.trim() || null });
  const fields = {
    title: toTexts(title),
    summary: toTexts(summary),
    task: toTexts(task),
    role,
    document,
    variables: variables.trim() || null,
  };
  const request =
    revision === 0
      ? { query: SAVE_QUESTION, variables: { slug, record: fields, originalLocale: settings.messages.locale, publish } }
      : { query: PATCH_QUESTION, variables: { slug, changes: fields, revision, publish } };
  const { result } = await runPageQuery<{ result: Payload }>(request, settings);
  return result;
}
