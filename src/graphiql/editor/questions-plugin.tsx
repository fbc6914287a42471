import type { GraphiQLPlugin } from '@graphiql/react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { currentAddress } from '../common/address.js';
import { LoadingError } from '../common/failure.js';
import { SettingsProvider, useSettings } from '../common/settings.js';
import { TokenForm } from '../common/token-form.js';
import { useLoaded } from '../common/use-loaded.js';
import { fetchQuestion } from '../questions/question.js';
import { QuestionFinder } from '../questions/question-finder.js';
import { QuestionForm } from '../questions/question-form.js';
import { useInputs } from '../questions/use-inputs.js';
import { withoutNullValues, parseValues, writeValues } from '../../saved-queries/values.js';
import type { EditorPage } from './editor-page.js';
import { SaveForm } from './save/save-form.js';
import type { OpenedQuestion, ActiveQuestion } from './active-question.js';

/** Form of the open question. Submitting it fills the editors and runs the query. */
function QuestionInputs({ opened: { question, values }, open }: { opened: OpenedQuestion; open: ActiveQuestion }) {
  const { messages } = useSettings();
  const [inputs, onChange] = useInputs(question);
  const filled = useRef(values);
  useEffect(() => {
    if (filled.current !== values) onChange(values);
    filled.current = values;
  }, [values, onChange]);
  return (
    <section aria-labelledby="question-heading">
      <button type="button" className="plain back-to-all" onClick={() => open.close()}>
        ← {messages.question.all}
      </button>
      <h2 id="question-heading" tabIndex={-1} ref={focus}>
        {question.title}
      </h2>
      {question.summary !== null && <p className="soft">{question.summary}</p>}
      <QuestionForm
        inputs={inputs}
        values={values}
        onChange={onChange}
        onShow={(next) => open.show({ question, values: next })}
      />
    </section>
  );
}

function focus(element: HTMLElement | null): void {
  element?.focus();
}

function Questions({ initial, open }: { initial: InitialQuestion; open: ActiveQuestion }) {
  const settings = useSettings();
  const { messages } = settings;
  const opened = useSyncExternalStore(open.subscribe, open.shownQuestion);
  const [slug, setSlug] = useState(initial.slug);
  const [isSaving, setIsSaving] = useState(false);
  const load = useMemo(
    () =>
      slug === null
        ? null
        : (signal: AbortSignal) => fetchQuestion(slug, Object.fromEntries(initial.search), settings, signal),
    [slug, initial, settings],
  );
  const { loaded, reload } = useLoaded(load);
  useEffect(() => {
    // The browser's back button changes the question.
    const onMoved = () => {
      initial.search = currentAddress();
      const moved = initial.search.get('question');
      setSlug(moved);
      if (moved === null) open.close();
    };
    addEventListener('popstate', onMoved);
    return () => removeEventListener('popstate', onMoved);
  }, [initial, open]);
  const client = useRef(settings.authorization);
  useEffect(() => {
    if (client.current === settings.authorization) return;
    client.current = settings.authorization;
    if (!opened) return;
    // After sign-in, the question is read again as an editor.
    const { question, values } = opened;
    initial.search = new URLSearchParams();
    writeValues(initial.search, values, question.own, question.inputs);
    setSlug(question.slug);
  }, [settings, opened, initial]);
  useEffect(() => {
    if (slug === null || loaded.state !== 'READY' || loaded.value?.slug !== slug) return;
    // The question is already open.
    if (loaded.value === opened?.question) return;
    const values = withoutNullValues({
      ...loaded.value.own,
      ...parseValues(initial.search, loaded.value.inputs).values,
    });
    // Prevents opening it again.
    initial.slug = null;
    initial.search = new URLSearchParams();
    setSlug(null);
    open.show({ question: loaded.value, values });
  }, [slug, loaded, initial, open, opened]);

  if (isSaving) return <SaveForm opened={opened?.question ?? null} close={() => setIsSaving(false)} />;
  const save = settings.isPreview && settings.authorization !== null && (
    <button type="button" className="plain save-question" onClick={() => setIsSaving(true)}>
      {messages.screen.saving.heading}
    </button>
  );
  if (opened)
    return (
      <>
        <QuestionInputs key={`${opened.question.slug} ${opened.question.revision}`} opened={opened} open={open} />
        {save}
      </>
    );
  return (
    <>
      {save}
      <h2 id="questions-heading">{messages.question.questions}</h2>
      {slug !== null && loaded.state === 'FAILED' && <LoadingError error={loaded.error} reload={reload} />}
      {slug !== null && loaded.state === 'READY' && loaded.value === null && (
        <p className="notice">{messages.question.notThere({ slug })}</p>
      )}
      <QuestionFinder choose={(chosen) => setSlug(chosen.slug)} />
    </>
  );
}

/** Question in the URL, and its values. Opened once. */
interface InitialQuestion {
  slug: string | null;
  search: URLSearchParams;
}

function QuestionsIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16v11H10l-4 4v-4H4z" strokeLinejoin="round" />
      <path d="M9.500 9a2.500 2.500 0 1 1 3.200 2.400c-.5.200-.7.500-.7 1.100M12 14.200v.1" strokeLinecap="round" />
    </svg>
  );
}

/** Pane with the questions. A preview requires a token. */
function Pane({ page: { settings, open, token }, initial }: { page: EditorPage; initial: InitialQuestion }) {
  const authorization = useSyncExternalStore(token.subscribe, token.get);
  const own = useMemo(() => ({ ...settings, authorization }), [settings, authorization]);
  return (
    <SettingsProvider settings={own}>
      <div className="signpost questions-pane" lang={settings.messages.locale}>
        {settings.isPreview && authorization === null && <TokenForm onGiven={(given) => token.put(given)} />}
        <Questions initial={initial} open={open} />
      </div>
    </SettingsProvider>
  );
}

/** Returns the GraphiQL plugin with the saved questions and the form of the open one. */
export function questionsPlugin(page: EditorPage): GraphiQLPlugin {
  const initial: InitialQuestion = { slug: page.search.get('question'), search: page.search };
  return {
    title: page.settings.messages.question.questions,
    icon: QuestionsIcon,
    content: () => <Pane page={page} initial={initial} />,
  };
}
