import type { GraphiQLPlugin } from '@graphiql/react';
import { useEffect, useMemo, useState } from 'react';
import { readUrlParameters } from '../common/page-url.js';
import { LoadingError } from '../common/error-messages.js';
import { type PageSettings, SettingsContext, useSettings } from '../common/settings.js';
import { TokenForm } from '../common/token-form.js';
import { useAsyncValue } from '../common/use-async-value.js';
import { fetchQuestion } from '../questions/fetch-question.js';
import { QuestionList } from '../questions/question-list.js';
import { usePageStore } from './page-store.js';
import { SaveForm } from './save/save-form.js';

/** A question to open, and the URL parameters with its values. */
interface RequestedQuestion {
  slug: string;
  search: URLSearchParams;
}

/** Returns the question in the URL; null if there is none. */
function readRequestedQuestion(): RequestedQuestion | null {
  const search = readUrlParameters();
  const slug = search.get('question');
  return slug === null ? null : { slug, search };
}

function focusElement(element: HTMLElement | null): void {
  element?.focus();
}

function Questions() {
  const settings = useSettings();
  const { messages } = settings;
  const opened = usePageStore((state) => state.openedQuestion?.question ?? null);
  // GraphiQL mounts the pane each time that it is shown. An open question is then not requested again.
  const [requested, setRequested] = useState(() => (opened ? null : readRequestedQuestion()));
  const [isSaving, setIsSaving] = useState(false);
  // After sign-in, the question is fetched again with the rights of the token.
  const load = useMemo(
    () =>
      requested &&
      (async (signal: AbortSignal) => {
        const question = await fetchQuestion(requested.slug, requested.search, settings, signal);
        if (question && !signal.aborted) usePageStore.setState({ openedQuestion: question, isPending: true });
        return question;
      }),
    [requested, settings],
  );
  const { loaded, reload } = useAsyncValue(load);
  useEffect(() => {
    // The browser's back button changes the question.
    const onPopState = () => setRequested(readRequestedQuestion());
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, []);

  if (isSaving) return <SaveForm opened={opened} close={() => setIsSaving(false)} />;
  return (
    <>
      {opened && (
        <section key={`${opened.slug} ${opened.revision}`} aria-labelledby="question-heading">
          <h2 id="question-heading" tabIndex={-1} ref={focusElement}>
            {opened.title}
          </h2>
          {opened.summary !== null && <p className="soft">{opened.summary}</p>}
        </section>
      )}
      {settings.isPreview && settings.authorization !== null && (
        <button type="button" className="plain save-question" onClick={() => setIsSaving(true)}>
          {messages.screen.saving.heading}
        </button>
      )}
      {loaded.state === 'FAILED' && <LoadingError error={loaded.error} reload={reload} />}
      {requested && loaded.state === 'READY' && loaded.value === null && (
        <p className="notice">{messages.question.notThere({ slug: requested.slug })}</p>
      )}
      <QuestionList choose={(slug) => setRequested({ slug, search: new URLSearchParams() })} />
    </>
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

/** Pane with the saved questions. In a preview without a token, it also shows the form for the token. */
function Pane({ settings }: { settings: PageSettings }) {
  const authorization = usePageStore((state) => state.authorization);
  const authorizedSettings = useMemo(() => ({ ...settings, authorization }), [settings, authorization]);
  return (
    <SettingsContext value={authorizedSettings}>
      <div className="signpost questions-pane" lang={settings.messages.locale}>
        {settings.isPreview && authorization === null && (
          <TokenForm onGiven={(given) => usePageStore.setState({ authorization: given })} />
        )}
        <Questions />
      </div>
    </SettingsContext>
  );
}

/** Returns the GraphiQL plugin with the saved questions. */
export function questionsPlugin(settings: PageSettings): GraphiQLPlugin {
  return {
    title: settings.messages.question.questions,
    icon: QuestionsIcon,
    content: () => <Pane settings={settings} />,
  };
}
