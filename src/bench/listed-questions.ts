/** A saved question as a list shows it. */
export interface ListedQuestion {
  slug: string;
  title: string;
  summary: string | null;
  role: string;
  task: string;
  topics: readonly { title: string }[];
  translation: { missing: readonly string[]; fellBackTo: string | null };
}

/** What a list of all saved questions asks the contract for: `questions.nodes` are listed questions, in their order. */
export const LISTED_QUESTIONS_QUERY = `query SavedQuestions {
  questions(orderBy: [{ position: ASC }], first: 100) {
    nodes { slug title summary role task topics { title } translation { missing fellBackTo } }
  }
}`;
