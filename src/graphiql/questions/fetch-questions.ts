import { LISTED_QUESTIONS_QUERY, type ListedQuestion } from '../../saved-queries/listed-questions.js';
import { runPageQuery } from '../common/query-request.js';
import type { PageSettings } from '../common/settings.js';

/** Fetches all saved questions. @throws RequestError */
export async function fetchQuestions(settings: PageSettings, signal: AbortSignal): Promise<ListedQuestion[]> {
  const { questions } = await runPageQuery<{ questions: { nodes: ListedQuestion[] } }>(
    { query: LISTED_QUESTIONS_QUERY, variables: {} },
    settings,
    signal,
  );
  return questions.nodes;
}
