import { useMemo } from 'react';
import { LoadingError } from '../common/error-messages.js';
import { useSettings } from '../common/settings.js';
import { useAsyncValue } from '../common/use-async-value.js';
import { fetchQuestions } from './fetch-questions.js';
import { groupQuestions } from '../../saved-queries/listed-questions.js';

/** Saved questions by role and task. */
export function QuestionList({ choose }: { choose: (slug: string) => void }) {
  const settings = useSettings();
  const { question: labels } = settings.messages;
  const load = useMemo(() => (signal: AbortSignal) => fetchQuestions(settings, signal), [settings]);
  const { loaded, reload } = useAsyncValue(load);
  if (loaded.state === 'FAILED') return <LoadingError error={loaded.error} reload={reload} />;
  if (loaded.state === 'LOADING') return <p role="status">{labels.loading}</p>;
  return groupQuestions(loaded.value).map(({ role, tasks }) => (
    <section key={role} className="role" aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`}>{labels.roles[role] ?? role}</h2>
      {tasks.map(({ task, questions }) => (
        <div key={task} className="task">
          <h3>{task}</h3>
          <ul>
            {questions.map(({ slug, title }) => (
              <li key={slug}>
                <button type="button" className="question" onClick={() => choose(slug)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  ));
}
