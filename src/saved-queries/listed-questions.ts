/** A saved question in a list. */
export interface ListedQuestion {
  slug: string;
  title: string;
  summary: string | null;
  role: string;
  task: string;
  topics: readonly { title: string }[];
  /** Initial view of the answer; null for the default. */
  view: string | null;
  translation: { missing: readonly string[]; fellBackTo: string | null };
}

/** The questions of a role, by task. */
export interface QuestionGroup {
  role: string;
  tasks: readonly { task: string; questions: readonly ListedQuestion[] }[];
}

/** Query of all saved questions in order. They are in `questions.nodes`. */
export const LISTED_QUESTIONS_QUERY = `query SavedQuestions {
  questions(orderBy: [{ position: ASC }], first: 100) {
    nodes { slug title summary role task view topics { title } translation { missing fellBackTo } }
  }
}`;

/** Groups questions by role and task, in order of appearance. */
export function groupQuestions(questions: readonly ListedQuestion[]): QuestionGroup[] {
  const roles = [...new Set(questions.map(({ role }) => role))];
  return roles.map((role) => {
    const roleQuestions = questions.filter((question) => question.role === role);
    const tasks = [...new Set(roleQuestions.map(({ task }) => task))];
    return {
      role,
      tasks: tasks.map((task) => ({ task, questions: roleQuestions.filter((question) => question.task === task) })),
    };
  });
}
