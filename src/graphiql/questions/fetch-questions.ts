import { LISTED_QUESTIONS_QUERY, type ListedQuestion } from '../../saved-queries/listed-questions.js';
import { runPageQuery } from '../common/query-request.js';
import type { PageSettings } from '../common/settings.js';

/** The questions of a role, by task. */
export interface QuestionGroup {
  role: string;
  tasks: readonly { task: string; questions: readonly ListedQuestion[] }[];
}

/** Fetches all saved questions. @throws RequestError */
export async function fetchQuestions(settings: PageSettings, signal: AbortSignal): Promise<ListedQuestion[]> {
  const { questions } = await runPageQuery<{ questions: { nodes: ListedQuestion[] } }>(
    { query: LISTED_QUESTIONS_QUERY, variables: {} },
    settings,
    signal,
  );
  return questions.nodes;
}

/** Groups questions by role and task, in order of appearance. */
export function groupQuestions(questions: readonly ListedQuestion[]): QuestionGroup[] {
  const roles = [...new Set(questions.map(({ role }) => role))];
  return roles.map((role) => {
    const ofRole = questions.filter((question) => question.role === role);
    const tasks = [...new Set(ofRole.map(({ task }) => task))];
    return {
      role,
      tasks: tasks.map((task) => ({ task, questions: ofRole.filter((question) => question.task === task) })),
    };
  });
}
