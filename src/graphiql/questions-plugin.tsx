import type { GraphiQLPlugin } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { useOpenQuestion } from './open-question.js';
import type { Question, QuestionGroup } from './questions.js';
import { fetchQuestions, groupQuestions, matchingQuestions } from './questions.js';

type Loaded = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'ready'; questions: Question[] };

/** The slug of the question that the address asks for; null once it was opened, however often the pane is shown. */
interface Asked {
  slug: string | null;
}

function useQuestions(endpoint: string): { loaded: Loaded; again: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    const leaving = new AbortController();
    fetchQuestions(endpoint, leaving.signal).then(
      (questions) => setLoaded({ state: 'ready', questions }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setLoaded({ state: 'failed', message: (error as Error).message });
      },
    );
    return () => leaving.abort();
  }, [endpoint, attempt]);
  const again = () => {
    setLoaded({ state: 'loading' });
    setAttempt(attempt + 1);
  };
  return { loaded, again };
}

function Group({ group, open }: { group: QuestionGroup; open: (question: Question) => void }) {
  const headingId = `questions-${group.role.toLowerCase()}`;
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId}>{group.heading}</h3>
      {group.tasks.map(({ task, questions }) => (
        <div key={task}>
          <h4>{task}</h4>
          <ul>
            {questions.map((question) => (
              <li key={question.slug}>
                <button type="button" className="question" onClick={() => open(question)}>
                  <span className="question-title">{question.title}</span>
                  {question.summary !== null && <span className="question-summary">{question.summary}</span>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Questions({ endpoint, asked }: { endpoint: string; asked: Asked }) {
  const { loaded, again } = useQuestions(endpoint);
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState('');
  const openQuestion = useOpenQuestion();
  const questions = loaded.state === 'ready' ? loaded.questions : [];
  const found = matchingQuestions(questions, search);

  // A question chosen before the editors stand waits for them.
  const [wanted, want] = useState<Question | null>(null);
  useEffect(() => {
    if (wanted === null || openQuestion === null) return;
    want(null);
    openQuestion(wanted);
    setSaid(`“${wanted.title}” is in the editor.`);
  }, [wanted, openQuestion]);

  const named = questions.find(({ slug }) => slug === asked.slug);
  useEffect(() => {
    if (named === undefined) return;
    asked.slug = null;
    want(named);
  }, [named, asked]);

  return (
    <section className="signpost-pane" aria-labelledby="questions-heading">
      <h2 id="questions-heading">Questions</h2>
      <p>Ready queries. Choose one to see it in the editor and its answer beside it.</p>
      <label className="search">
        Search the questions
        <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      <p role="status" className="said">
        {loaded.state === 'loading' ? 'Loading the questions …' : search === '' ? said : `${found.length} found.`}
      </p>
      {loaded.state === 'failed' && (
        <p role="alert">
          The questions could not be loaded: {loaded.message}{' '}
          <button type="button" className="plain-button" onClick={again}>
            Try again
          </button>
        </p>
      )}
      {groupQuestions(found).map((group) => (
        <Group key={group.role} group={group} open={want} />
      ))}
    </section>
  );
}

function QuestionsIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16v11H10l-4 4v-4H4z" strokeLinejoin="round" />
      <path d="M9.500 9a2.500 2.500 0 1 1 3.200 2.400c-.5.200-.7.500-.7 1.100M12 14.200v.1" strokeLinecap="round" />
    </svg>
  );
}

/** The pane with the saved questions of the server at `endpoint`; it opens the one that the address names. */
export function questionsPlugin(endpoint: string): GraphiQLPlugin {
  const asked: Asked = { slug: new URLSearchParams(location.search).get('question') };
  return { title: 'Questions', icon: QuestionsIcon, content: () => <Questions endpoint={endpoint} asked={asked} /> };
}
