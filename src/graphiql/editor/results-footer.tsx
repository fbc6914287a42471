import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Look } from '../answer/answer-tabs.js';
import { viewIn } from '../answer/answer-tabs.js';
import { AnswerView } from '../answer/answer-view.js';
import { addressOf } from '../common/address.js';
import { Saying } from '../common/said.js';
import type { Setting } from '../common/setting.js';
import { InSetting } from '../common/setting.js';
import { ShareButton } from '../common/share-button.js';
import { ownValues } from '../questions/question.js';
import { writeValues } from '../questions/values.js';
import { DEFAULT_QUERY } from './default-query.js';
import type { OpenQuestion } from './open-question.js';
import { operationOf } from './operation.js';
import type { Run, Runs } from './runs.js';
import { useOpenQuery } from './use-open-query.js';

/** What the parts of the page share. */
export interface EditorPage {
  setting: Setting;
  /** What the address said when the page was opened. */
  search: URLSearchParams;
  runs: Runs;
  open: OpenQuestion;
}

const SETTLED_MS = 300;

/** Puts what waits into the editors, and runs a query of the address that only reads. */
function useOpening({ open, search, setting }: EditorPage): void {
  const openQuery = useOpenQuery();
  const opened = useSyncExternalStore(open.subscribe, open.get);
  const { run } = useGraphiQLActions();
  const [query, setQuery] = useState(search.get('query'));
  useEffect(() => {
    if (!openQuery) return;
    if (open.waiting) {
      const { question, values } = open.waiting;
      open.waiting = null;
      openQuery(question.document, values);
    } else if (query !== null) {
      setQuery(null);
      // A preview waits for the token.
      if (operationOf(query)?.isQuery && !setting.isPreview) run();
    }
  }, [openQuery, open, opened, query, run, setting]);
}

/** Keeps the address of the page in step with what stands in the editors and how it is looked at. */
function useAddressInStep({ open, setting, search }: EditorPage, look: Look): void {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const opened = useSyncExternalStore(open.subscribe, open.get);
  const { query, variables } = tabs[activeTabIndex] ?? {};
  useEffect(() => {
    const settled = setTimeout(() => {
      const next = new URLSearchParams();
      if (opened && query === opened.question.document) {
        const { question, values } = opened;
        next.set('question', question.slug);
        writeValues(next, values, ownValues(question), question.inputs);
      } else if (query && query.trim() !== '' && query !== DEFAULT_QUERY) {
        next.set('query', query);
        if (variables && variables.trim() !== '') next.set('variables', variables);
      }
      if (next.size > 0) {
        if (look.view !== 'table') next.set('view', look.view);
        if (look.table !== null) next.set('table', look.table);
      }
      if (search.has('locale')) next.set('locale', setting.locale);
      if (setting.isPreview) next.set('preview', 'true');
      history.replaceState(null, '', addressOf(next));
    }, SETTLED_MS);
    return () => clearTimeout(settled);
  }, [query, variables, opened, look, search, setting]);
}

/** The answers of the tab in front as table, chart, map, files, citation; under JSON stands what GraphiQL itself shows. */
export function Results({ page }: { page: EditorPage }) {
  const { runs, setting, search } = page;
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const tab = tabs[activeTabIndex]!.id;
  const newest = useSyncExternalStore(runs.subscribe, runs.newest);
  const [run, setRun] = useState<Run | null>(null);
  useEffect(() => setRun(runs.inFront(tab)), [runs, tab, newest]);
  const [chosen, setLook] = useState<Look>({ view: viewIn(search) ?? 'table', table: search.get('table') });
  const look: Look = useMemo(() => (run && !run.isQuery ? { view: 'json', table: null } : chosen), [run, chosen]);
  const own = useMemo(() => (run ? { ...setting, authorization: run.authorization } : setting), [run, setting]);
  const { words } = setting;
  const opened = useSyncExternalStore(page.open.subscribe, page.open.get);
  useOpening(page);
  useAddressInStep(page, look);

  return (
    <InSetting setting={own}>
      <Saying>
        <div className={`signpost results ${look.view === 'json' || !run ? 'is-json' : ''}`}>
          {run?.isQuery ? (
            <AnswerView
              asked={run.asked}
              look={look}
              onLook={setLook}
              title={
                opened?.question.document === run.asked.query
                  ? opened.question.title
                  : (run.asked.operationName ?? words.screen.query)
              }
              json={<></>}
              tools={<ShareButton />}
            />
          ) : (
            !run && <p className="none">{words.screen.runFirst}</p>
          )}
        </div>
      </Saying>
    </InSetting>
  );
}
