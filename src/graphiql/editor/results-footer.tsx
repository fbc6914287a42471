import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { OpenQuestion } from '../../saved-queries/open-question.js';
import type { Values } from '../../saved-queries/values.js';
import type { FixedEditions } from '../../model/editions.js';
import type { AnswerViewState } from '../answer/answer-tabs.js';
import { readViewState } from '../answer/answer-tabs.js';
import { AnswerView } from '../answer/answer-view.js';
import { Announcer } from '../common/announcer.js';
import { SettingProvider } from '../common/setting.js';
import { ShareButton } from '../common/share-button.js';
import { permanentAddress } from '../questions/permanent-address.js';
import type { EditorPage } from './editor-page.js';
import type { Execution } from './execution-history.js';
import { useAddressSync } from './use-address-sync.js';
import { useOpening } from './use-opening.js';

const JSON_LOOK: AnswerViewState = { view: 'json', table: null };

/**
 * Returns the view of the current answer: the selected one, else that in the URL or suggested by the question.
 * Mutations have the JSON view.
 */
function useLook(
  { search }: EditorPage,
  run: Execution | null,
  question: OpenQuestion | null,
): [AnswerViewState, (look: AnswerViewState) => void] {
  const key = question?.slug ?? null;
  const [chosen, setChosen] = useState<{ key: string | null; look: AnswerViewState } | null>(null);
  const look = useMemo(() => {
    if (run && !run.isQuery) return JSON_LOOK;
    if (chosen?.key === key) return chosen.look;
    return readViewState(search.get('question') === key ? search : new URLSearchParams(), question);
  }, [run, chosen, key, search, question]);
  return [look, (next) => setChosen({ key, look: next })];
}

/** Views of the current tab's answer. GraphiQL provides the JSON view. */
export function Results({ page }: { page: EditorPage }) {
  const { runs, open, setting } = page;
  const { messages } = setting;
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const tab = tabs[activeTabIndex]!.id;
  const newest = useSyncExternalStore(runs.subscribe, runs.newest);
  const [run, setRun] = useState<Execution | null>(null);
  useEffect(() => setRun(runs.latestOf(tab)), [runs, tab, newest]);
  const opened = useSyncExternalStore(open.subscribe, open.get);
  // Two tabs with one question have their own values.
  const inFront = useMemo(
    () =>
      opened && run && opened.question.document === run.request.query
        ? { question: opened.question, values: run.request.variables }
        : null,
    [opened, run],
  );
  const [look, setLook] = useLook(page, run, opened?.question ?? null);
  const own = useMemo(() => (run ? { ...setting, authorization: run.authorization } : setting), [run, setting]);
  useOpening(page);
  useAddressSync(page, look, inFront?.values ?? null);

  return (
    <SettingProvider setting={own}>
      <div className={`signpost results ${look.view === 'json' || !run ? 'is-json' : ''}`} lang={messages.locale}>
        <Announcer>
          {!run && <p className="none">{messages.screen.runFirst}</p>}
          {run?.isQuery && (
            <AnswerView
              request={run.request}
              look={look}
              onLook={setLook}
              title={inFront?.question.title ?? run.request.operationName ?? messages.screen.query}
              json={<></>}
              tools={<ShareButton />}
              {...(inFront && {
                helpContext: {
                  inputs: inFront.question.inputs,
                  values: inFront.values,
                  show: (values: Values) => open.show({ question: inFront.question, values }),
                },
                address: (fixed: FixedEditions | null) => permanentAddress(inFront.question, inFront.values, fixed),
              })}
            />
          )}
        </Announcer>
      </div>
    </SettingProvider>
  );
}
