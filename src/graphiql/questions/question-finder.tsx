import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { matchingQuestions } from '../../saved-queries/find-questions.js';
import { enumLabel } from '../../i18n/column-labels.js';
import { LoadingError } from '../common/failure.js';
import { useSettings } from '../common/settings.js';
import { useLoaded } from '../common/use-loaded.js';
import { searchEntries } from './search-entries.js';
import type { ListedQuestion } from '../../saved-queries/listed-questions.js';
import { fetchQuestions, groupQuestions } from './questions.js';

const MIN_LETTERS = 3;
const DEBOUNCE_MS = 250;

/** Returns the text, debounced. */
function useDebounced(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(text), DEBOUNCE_MS);
    return () => clearTimeout(waiting);
  }, [text]);
  return settled;
}

/** Links to matching entries, and a suggestion for misspelt words. */
function MatchingEntries({ search, setSearch }: { search: string; setSearch: (search: string) => void }) {
  const settings = useSettings();
  const { messages } = settings;
  const requested = useDebounced(search.trim());
  const load = useMemo(
    () => (requested.length < MIN_LETTERS ? null : (signal: AbortSignal) => searchEntries(requested, settings, signal)),
    [requested, settings],
  );
  const { loaded } = useLoaded(load);
  if (load === null || loaded.state !== 'READY') return null;
  const { entries, didYouMean } = loaded.value;
  return (
    <>
      {didYouMean !== null && (
        <p>
          {messages.site.didYouMean}{' '}
          <button type="button" className="linked" onClick={() => setSearch(didYouMean)}>
            {didYouMean}
          </button>
          ?
        </p>
      )}
      {entries.length > 0 && (
        <section className="found" aria-labelledby="found-heading">
          <h2 id="found-heading">{messages.screen.inContent}</h2>
          <ul>
            {entries.map(({ title, entryKind, path }) => (
              <li key={path}>
                <a href={path}>{title}</a> <span className="soft">{enumLabel(messages, entryKind, 'EntryKind')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/**
 * Saved questions by role and task, with a search that also covers the entries.
 * @param chosen  slug of the open question
 * @param hrefOf  returns the URL of a question; without it, questions are buttons
 */
export function QuestionFinder({
  chosen,
  choose,
  hrefOf,
}: {
  chosen: string | null;
  choose: (question: ListedQuestion) => void;
  hrefOf?: (slug: string) => string;
}) {
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
                      <Choice question={question} isChosen={question.slug === chosen} choose={choose} hrefOf={hrefOf} />
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </section>
      ))}
      {deferredSearch !== '' && <MatchingEntries search={deferredSearch} setSearch={setSearch} />}
    </div>
  );
}

function Choice({
  question,
  isChosen,
  choose,
  hrefOf,
}: {
  question: ListedQuestion;
  isChosen: boolean;
  choose: (question: ListedQuestion) => void;
  hrefOf: ((slug: string) => string) | undefined;
}) {
  const current = isChosen ? ('page' as const) : undefined;
  if (!hrefOf) {
    return (
      <button type="button" className="question" aria-current={current} onClick={() => choose(question)}>
        {question.title}
      </button>
    );
  }
  return (
    <a
      className="question"
      href={hrefOf(question.slug)}
      aria-current={current}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(question);
      }}
    >
      {question.title}
    </a>
  );
}
