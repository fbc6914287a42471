import { useDeferredValue, useMemo, useState } from 'react';
import { matchingQuestions } from '../../saved-queries/find-questions.js';
import { LoadingError } from '../common/failure.js';
import { useSettings } from '../common/settings.js';
import { useLoaded } from '../common/use-loaded.js';
import type { ListedQuestion } from '../../saved-queries/listed-questions.js';
import { fetchQuestions, groupQuestions } from './questions.js';

/** Saved questions by role and task, with a search. */
export function QuestionFinder({ choose }: { choose: (question: ListedQuestion) => void }) {
  const settings = useSettings();
  const { messages } = settings;
  const load = useMemo(() => (signal: AbortSignal) => fetchQuestions(settings, signal), [settings]);
  const { loaded, reload } = useLoaded(load);
  const [search, setSearch] = useState('');
  const deferredSearch = useDeferredValue(search);
  const questions = loaded.state === 'READY' ? loaded.value : [];
  const found = matchingQuestions(questions, deferredSearch);

  return (
    <div className="finder">
      <label className="find">
        {messages.question.findQuestion}
        <input
          type="search"
          value={search}
          placeholder={messages.screen.findExample}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <p role="status" className="soft">
        {loaded.state === 'LOADING' ? messages.question.loading : messages.question.found({ count: found.length })}
      </p>
      {loaded.state === 'FAILED' && <LoadingError error={loaded.error} reload={reload} />}
      {groupQuestions(found).map(({ role, tasks }) => (
        <section key={role} className="role" aria-labelledby={`role-${role}`}>
          <h2 id={`role-${role}`}>{messages.question.roles[role] ?? role}</h2>
          <div className="tasks">
            {tasks.map(({ task, questions: own }) => (
              <div key={task} className="task">
                <h3>{task}</h3>
                <ul>
                  {own.map((question) => (
                    <li key={question.slug}>
                      <button type="button" className="question" onClick={() => choose(question)}>
                        {question.title}
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
