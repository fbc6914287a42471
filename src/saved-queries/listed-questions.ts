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

/** Query of all saved questions in order. They are in `questions.nodes`. */
export const LISTED_QUESTIONS_QUERY = `query SavedQuestions {
  questions(orderBy: [{ position: ASC }], first: 100) {
    nodes { slug title summary role task view topics { title } translation { missing fellBackTo } }
  }
}`;
