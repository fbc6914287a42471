import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { writeValues } from '../../saved-queries/variable-values.js';
import type { AnswerViewState } from '../answer/answer-tabs.js';
import { readViewState } from '../answer/answer-tabs.js';
import { AnswerView } from '../answer/answer-view.js';
import { Announcer } from '../common/announcer.js';
import type { QueryRequest } from '../common/request.js';
import { SettingsProvider, useSettings } from '../common/settings.js';
import { ShareButton } from '../common/share-button.js';
import type { EditorQuestion, OpenedQuestion } from '../questions/question.js';
import type { EditorPage } from './editor-page.js';
import type { Execution } from './execution-history.js';
import { selectedIndicator } from './operation.js';
import { useAddressSync } from './use-address-sync.js';
import { useOpening } from './use-opening.js';

const JSON_VIEW_STATE: AnswerViewState = { view: 'json', table: null };

/**
 * Returns the view of the current answer: the selected one, else that in the URL or suggested by the question.
 * Mutations have the JSON view.
 */
function useViewState(
  { search }: EditorPage,
  run: Execution | null,
  question: EditorQuestion | null,
): [AnswerViewState, (viewState: AnswerViewState) => void] {
  const key = question?.slug ?? null;
  const [chosen, setChosen] = useState<{ key: string | null; viewState: AnswerViewState } | null>(null);
  const viewState = useMemo(() => {
    if (run && !run.isQuery) return JSON_VIEW_STATE;
    if (chosen?.key === key) return chosen.viewState;
    return readViewState(search.get('question') === key ? search : new URLSearchParams(), question);
  }, [run, chosen, key, search, question]);
  return [viewState, (next) => setChosen({ key, viewState: next })];
}

/** Beside an answer: a button to share it, and links to the page of its question and to the figures of its indicator. */
function Tools({ request, inFront }: { request: QueryRequest; inFront: OpenedQuestion | null }) {
  const { messages } = useSettings();
  const slug = useMemo(() => selectedIndicator(request), [request]);
  return (
    <>
      <ShareButton />
      {slug !== null && (
        <a className="plain" href={`/indicator/${encodeURIComponent(slug)}?locale=${messages.locale}`}>
          {messages.answer.exploreFigures}
        </a>
      )}
      {inFront && (
        <a className="plain" href={pageOf(inFront, messages.locale)}>
          {messages.screen.questionPage}
        </a>
      )}
    </>
  );
}

/** Returns the path of the page of a question, with its values. */
function pageOf({ question: { slug, own, inputs }, values }: OpenedQuestion, locale: string): string {
  const search = new URLSearchParams({ locale });
  writeValues(search, values, own, inputs);
  return `/q/${slug}?${search}`;
}

/** Views of the current tab's answer. GraphiQL provides the JSON view. */
export function Results({ page }: { page: EditorPage }) {
  const { runs, open, settings } = page;
  const { messages } = settings;
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const tab = tabs[activeTabIndex]!.id;
  const newest = useSyncExternalStore(runs.subscribe, runs.newest);
  const [run, setRun] = useState<Execution | null>(null);
  useEffect(() => setRun(runs.latestOf(tab)), [runs, tab, newest]);
  const opened = useSyncExternalStore(open.subscribe, open.get);
  // Two tabs with the same question can have different values.
  const inFront = useMemo(
    () =>
      opened && run && opened.question.document === run.request.query
        ? { question: opened.question, values: run.request.variables }
        : null,
    [opened, run],
  );
  const [viewState, setViewState] = useViewState(page, run, opened?.question ?? null);
  const own = useMemo(() => (run ? { ...settings, authorization: run.authorization } : settings), [run, settings]);
  useOpening(page);
  useAddressSync(page, viewState, inFront?.values ?? null);

  return (
    <SettingsProvider settings={own}>
      <div className={`signpost results ${viewState.view === 'json' || !run ? 'is-json' : ''}`} lang={messages.locale}>
        <Announcer>
          {!run && <p className="none">{messages.screen.runFirst}</p>}
          {run?.isQuery && (
            <AnswerView
              request={run.request}
              viewState={viewState}
              onViewChange={setViewState}
              title={inFront?.question.title ?? run.request.operationName ?? messages.screen.query}
              tools={<Tools request={run.request} inFront={inFront} />}
            />
          )}
        </Announcer>
      </div>
    </SettingsProvider>
  );
}
