import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useState } from 'react';
import { writeUrlValues } from '../../saved-queries/variable-values.js';
import { type AnswerViewState, readViewState } from '../answer/answer-tabs.js';
import { AnswerView } from '../answer/answer-view.js';
import { Announcer } from '../common/announcer.js';
import { SettingsContext, useSettings } from '../common/settings.js';
import { ShareButton } from '../common/share-button.js';
import type { EditorQuestion, OpenedQuestion } from '../questions/fetch-question.js';
import { type EditorPage, type Execution, usePageStore } from './page-store.js';
import { useUrlSync } from './use-url-sync.js';
import { useQuestionLoading } from './use-question-loading.js';

const JSON_VIEW_STATE: AnswerViewState = { view: 'json', table: null };

/** Returns the view of the answer: the selected one, else that of the URL or question; JSON for mutations. */
function useViewState(
  { search }: EditorPage,
  run: Execution | null,
  question: EditorQuestion | null,
): [AnswerViewState, (viewState: AnswerViewState) => void] {
  const key = question?.slug ?? null;
  const [chosenView, setChosen] = useState<{ key: string | null; viewState: AnswerViewState } | null>(null);
  const viewState = useMemo(() => {
    if (run && !run.isQuery) return JSON_VIEW_STATE;
    if (chosenView?.key === key) return chosenView.viewState;
    return readViewState(search.get('question') === key ? search : new URLSearchParams(), question);
  }, [run, chosenView, key, search, question]);
  return [viewState, (next) => setChosen({ key, viewState: next })];
}

/** Tools of an answer: a button to share it, and a link to the page of its question. */
function Tools({ active }: { active: OpenedQuestion | null }) {
  const { messages } = useSettings();
  return (
    <>
      <ShareButton />
      {active && (
        <a className="plain" href={questionPath(active, messages.locale)}>
          {messages.screen.questionPage}
        </a>
      )}
    </>
  );
}

/** Returns the path of the page of a question, with its values. */
function questionPath({ question: { slug, defaults, inputs }, values }: OpenedQuestion, locale: string): string {
  const search = new URLSearchParams({ locale });
  writeUrlValues(search, values, defaults, inputs);
  return `/q/${slug}?${search}`;
}

/** Views of the current tab's answer. GraphiQL provides the JSON view. */
export function ResultsFooter({ page }: { page: EditorPage }) {
  const { settings } = page;
  const { messages } = settings;
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const tab = tabs[activeTabIndex]!.id;
  const { latest, openedQuestion } = usePageStore();
  const [runs, setRuns] = useState<ReadonlyMap<string, Execution>>(new Map());
  // The fetcher does not know the tab of its run. It is the active tab when the run is first rendered.
  useEffect(() => {
    if (latest) setRuns((before) => new Map(before).set(tab, latest));
  }, [latest]);
  const run = runs.get(tab) ?? null;
  // Two tabs with the same question can have different values.
  const active = useMemo(
    () =>
      openedQuestion && run && openedQuestion.question.document === run.request.query
        ? { question: openedQuestion.question, values: run.request.variables }
        : null,
    [openedQuestion, run],
  );
  const [viewState, setViewState] = useViewState(page, run, openedQuestion?.question ?? null);
  const runSettings = useMemo(
    () => (run ? { ...settings, authorization: run.authorization } : settings),
    [run, settings],
  );
  useQuestionLoading(page);
  useUrlSync(page, viewState, active?.values ?? null);

  return (
    <SettingsContext value={runSettings}>
      <div className={`signpost results ${viewState.view === 'json' || !run ? 'is-json' : ''}`} lang={messages.locale}>
        <Announcer>
          {!run && <p className="none">{messages.screen.runFirst}</p>}
          {run?.isQuery && (
            <AnswerView
              request={run.request}
              viewState={viewState}
              onViewChange={setViewState}
              title={active?.question.title ?? run.request.operationName ?? messages.screen.query}
              tools={<Tools active={active} />}
            />
          )}
        </Announcer>
      </div>
    </SettingsContext>
  );
}
