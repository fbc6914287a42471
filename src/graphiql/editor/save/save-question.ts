import { foldText } from '../../../model/fold-text.js';
import { runPageQuery } from '../../common/request.js';
import type { Setting } from '../../common/setting.js';
import { PATCH_QUESTION, SAVE_QUESTION } from './save-mutation.js';

/** The contents of the form, in the locale of the page. */
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

/** An error with the path of its field, as in `title, en`. */
export interface UserError {
  path: readonly string[];
  message: string;
  tip: string | null;
}

interface Payload {
  /** Null if nothing was written. */
  revision: number | null;
  obstacle: object | null;
  userErrors: readonly UserError[];
}

/**
 * Saves a question: a new one as a whole, an existing one as a patch.
 * @param revision of the edited question; 0 for a new one
 * @returns an obstacle for a used slug, and for a conflict
 * @throws Refusal
 */
export async function saveQuestion(
  { slug, title, summary, task, role, document, variables, publish }: QuestionDraft,
  revision: number,
  setting: Setting,
): Promise<Payload> {
  const inLanguage = (text: string) => ({ [setting.messages.locale]: text.trim() || null });
  const fields = {
    title: inLanguage(title),
    summary: inLanguage(summary),
    task: inLanguage(task),
    role,
    document,
    variables: variables.trim() || null,
  };
  const request =
    revision === 0
      ? { query: SAVE_QUESTION, variables: { slug, record: fields, originalLocale: setting.messages.locale, publish } }
      : { query: PATCH_QUESTION, variables: { slug, changes: fields, revision, publish } };
  const { result } = await runPageQuery<{ result: Payload }>(request, setting);
  return result;
}

/** A slug for a title. */
export function makeSlug(title: string): string {
  return foldText(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
