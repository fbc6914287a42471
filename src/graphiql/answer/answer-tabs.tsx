import { Tab, TabGroup, TabList, TabPanel, TabPanels } from '@headlessui/react';
import type { ReactNode } from 'react';
import type { ColumnRole } from '../../tables/column.js';
import { tableLabels } from '../../saved-queries/table-labels.js';
import type { QueryRequest } from '../common/query-request.js';
import { useSettings } from '../common/settings.js';
import { deriveSlug } from '../common/derive-slug.js';
import type { EditorQuestion } from '../questions/fetch-question.js';
import type { ScreenTable } from '../../tables/table.js';
import { DownloadTab } from './download-tab.js';
import { TableTab } from './table-tab.js';

/** The answer to a request, as tables. The main table is first. */
export interface QueryAnswer {
  request: QueryRequest;
  tables: readonly ScreenTable[];
}

/** Views of an answer, as named in URLs. */
const VIEWS = ['table', 'download', 'json'] as const;

type View = (typeof VIEWS)[number];

export interface AnswerViewState {
  view: View;
  /** Path of the displayed table; null for the main one. */
  table: string | null;
}

/** Suggested table and view of a saved question; null without a question. */
type SuggestedView = Pick<EditorQuestion, 'table' | 'view'> | null;

/** Returns the view and table in a URL. Defaults: those suggested by the question. */
export function readViewState(search: URLSearchParams, suggested: SuggestedView): AnswerViewState {
  const findView = (name: string | null | undefined) => VIEWS.find((view) => view === name?.toLowerCase());
  const view = findView(search.get('view')) ?? findView(suggested?.view) ?? 'table';
  return { view, table: search.get('table') ?? suggested?.table ?? null };
}

/** Adds the view and table to a URL, unless they are the suggested ones. */
export function writeViewState(
  search: URLSearchParams,
  { view, table }: AnswerViewState,
  suggested: SuggestedView,
): void {
  const defaults = readViewState(new URLSearchParams(), suggested);
  if (view !== defaults.view) search.set('view', view);
  if (table !== null && table !== defaults.table) search.set('table', table);
}

/** Select for the table to display. Hidden if there is only one. */
function TablePicker({
  tables,
  chosen,
  choose,
}: {
  tables: readonly ScreenTable[];
  chosen: ScreenTable;
  choose: (path: string) => void;
}) {
  const { messages } = useSettings();
  if (tables.length < 2) return null;
  const labels = tableLabels(tables, messages);
  return (
    <label className="pick row-for-each">
      {messages.answer.table}
      <select value={chosen.path} onChange={(event) => choose(event.target.value)}>
        {tables.map((table) => (
          <option key={table.path} value={table.path}>
            {labels.get(table.path)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Maximum number of areas in a link to an explorer. */
const MAX_AREAS = 30;

/** Link to the explorer of the indicator, with the areas of the table. Hidden unless all rows share one indicator. */
function ExplorerLink({ table: { columns, rows } }: { table: ScreenTable }) {
  const { messages } = useSettings();
  const valuesOf = (role: ColumnRole) => {
    const index = columns.findIndex((column) => column.role === role);
    return index < 0 ? [] : [...new Set(rows.map((row) => String(row[index] ?? '')))];
  };
  const [slug, ...others] = valuesOf('indicator_code');
  if (!slug || others.length > 0) return null;
  const search = new URLSearchParams({ locale: messages.locale });
  const areas = valuesOf('area_code').filter((code) => code !== '');
  if (areas.length > 0 && areas.length <= MAX_AREAS) search.set('areas', areas.join(','));
  return (
    <a className="plain" href={`/indicator/${encodeURIComponent(slug)}?${search}`}>
      {messages.answer.exploreFigures}
    </a>
  );
}

/** Tabs with the views of an answer. @param title title of the question @param tools shown next to the table select */
export function AnswerTabs({
  answer,
  viewState,
  onViewChange,
  title,
  tools,
}: {
  answer: QueryAnswer;
  viewState: AnswerViewState;
  onViewChange: (viewState: AnswerViewState) => void;
  title: string;
  tools?: ReactNode;
}) {
  const { messages } = useSettings();
  const table = answer.tables.find(({ path }) => path === viewState.table) ?? answer.tables[0];
  const labels: Record<View, string> = {
    table: messages.answer.table,
    download: messages.answer.download,
    json: messages.answer.json,
  };
  return (
    <TabGroup
      selectedIndex={VIEWS.indexOf(viewState.view)}
      onChange={(index) => onViewChange({ ...viewState, view: VIEWS[index]! })}
    >
      <TabList aria-label={messages.answer.answer} className="tab-list">
        {VIEWS.map((view) => (
          <Tab key={view}>{labels[view]}</Tab>
        ))}
      </TabList>
      <TabPanels>
        {VIEWS.map((view) => (
          <TabPanel key={view} className="tab-panel" tabIndex={-1}>
            <div className="buttons">
              {tools}
              {table && <ExplorerLink table={table} />}
            </div>
            {table && view !== 'json' && (
              <TablePicker
                tables={answer.tables}
                chosen={table}
                choose={(path) => onViewChange({ ...viewState, table: path })}
              />
            )}
            {view !== 'json' && !table && <p className="none">{messages.answer.nothing}</p>}
            {view === 'table' && table && <TableTab key={table.path} table={table} />}
            {view === 'download' && table && (
              <DownloadTab request={answer.request} table={table} name={deriveSlug(title) || 'signpost'} />
            )}
          </TabPanel>
        ))}
      </TabPanels>
    </TabGroup>
  );
}
