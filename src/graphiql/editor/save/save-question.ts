import { foldText } from '../../../model/fold-text.js';
import { ask } from '../../common/request.js';
import type { Setting } from '../../common/setting.js';
import { SAVE_QUESTION } from './save-mutation.js';

/** A question as its form gives it; its texts are in the language of the page. */
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

/** What is wrong with a field, by the way to it, as in `title, en`. */
export interface UserError {
  path: readonly string[];
  message: string;
  tip: string | null;
}

interface Payload {
  /** Null where nothing was written, as where there was nothing to change. */
  revision: number | null;
  obstacle: object | null;
  userErrors: readonly UserError[];
}

/**
 * Saves a question: a new one whole, of one that is there what the form has of it.
 *
 * @param revision of the question that the draft was made from; 0 for a new one
 * @returns an obstacle where another question has the slug, or where somebody else was quicker
 * @throws Refusal
 */
export async function saveQuestion(
  { slug, title, summary, task, role, document, variables, publish }: QuestionDraft,
  revision: number,
  setting: Setting,
): Promise<Payload> {
  const inLanguage = (text: string) => ({ [setting.words.locale]: text.trim() || null });
  const record = {
    title: inLanguage(title),
    summary: inLanguage(summary),
    task: inLanguage(task),
    role,
    document,
    variables: variables.trim() || null,
  };
  const asked = { slug, record, revision, isNew: revision === 0, originalLocale: setting.words.locale, publish };
  const answer = await ask<{ questionSave?: Payload; questionPatch?: Payload }>(
    { query: SAVE_QUESTION, variables: asked },
    setting,
  );
  return (answer.questionSave ?? answer.questionPatch)!;
}

/** A slug made of a title: its letters and digits. */
export function makeSlug(title: string): string {
  return foldText(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
