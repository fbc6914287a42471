/** A saved question as the server keeps it. */
export interface Question {
  slug: string;
  title: string;
  summary: string | null;
  role: string;
  task: string;
  document: string;
  /** JSON, or null where the document takes no variables. */
  variables: string | null;
}

/** The questions of one role, under headings of their tasks, in the order of the server. */
export interface QuestionGroup {
  role: string;
  heading: string;
  tasks: readonly { task: string; questions: readonly Question[] }[];
}

const QUESTIONS_QUERY = `query SavedQuestions {
  questions(orderBy: [{ field: POSITION }], first: 100) {
    nodes { slug title summary role task document variables }
  }
}`;

/** How the page calls the roles; a role that is new to it keeps its own name. */
const ROLE_HEADINGS: Record<string, string> = {
  ANALYST: 'For analysts',
  FRONTEND: 'For frontend teams',
  EDITOR: 'For content editors',
};

/**
 * Reads all saved questions in the language of the browser.
 *
 * @throws Error with a message for people, when the server does not answer or refuses
 */
export async function fetchQuestions(endpoint: string, signal: AbortSignal): Promise<Question[]> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: QUESTIONS_QUERY }),
    signal,
  });
  const answer = (await response.json()) as {
    data?: { questions: { nodes: Question[] } } | null;
    errors?: { message: string }[];
  };
  if (!answer.data) throw new Error(answer.errors?.[0]?.message ?? `The server answered ${response.status}.`);
  return answer.data.questions.nodes;
}

/** The questions whose words hold every word of the search text, whatever the case. */
export function matchingQuestions(questions: readonly Question[], search: string): Question[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter((question) => {
    const text = `${question.title} ${question.summary ?? ''} ${question.task}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Groups questions by role and task; both stand in the order in which the list first names them. */
export function groupQuestions(questions: readonly Question[]): QuestionGroup[] {
  const roles = [...new Set(questions.map((question) => question.role))];
  return roles.map((role) => {
    const own = questions.filter((question) => question.role === role);
    const tasks = [...new Set(own.map((question) => question.task))];
    return {
      role,
      heading: ROLE_HEADINGS[role] ?? role,
      tasks: tasks.map((task) => ({ task, questions: own.filter((question) => question.task === task) })),
    };
  });
}
