import type { ReactNode } from 'react';
import { tableNames } from '../../saved-queries/table-name.js';
import { foldText } from '../../model/fold-text.js';
import { useSettings } from '../common/settings.js';
import { Tabs } from '../common/tabs.js';
import type { EditorQuestion } from '../questions/question.js';
import type { ScreenTable } from '../../tables/table.js';
import type { QueryAnswer } from './answer.js';
import { tableAt } from './answer.js';
import { DownloadTab } from './download-tab.js';
import { TableTab } from './table-tab.js';

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
  const named = (name: string | null | undefined) => VIEWS.find((view) => view === name?.toLowerCase());
  const view = named(search.get('view')) ?? named(suggested?.view) ?? 'table';
  return { view, table: search.get('table') ?? suggested?.table ?? null };
}

/** Adds the view and table to a URL, unless they are the suggested ones. */
export function writeViewState(
  search: URLSearchParams,
  { view, table }: AnswerViewState,
  suggested: SuggestedView,
): void {
  const defaultValue = readViewState(new URLSearchParams(), suggested);
  if (view !== defaultValue.view) search.set('view', view);
  if (table !== null && table !== defaultValue.table) search.set('table', table);
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
  const names = tableNames(tables, messages);
  return (
    <label className="pick row-for-each">
      {messages.answer.table}
      <select value={chosen.path} onChange={(event) => choose(event.target.value)}>
        {tables.map((table) => (
          <option key={table.path} value={table.path}>
            {names.get(table.path)}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * Tabs with the views of an answer.
 * @param title  title of the question
 * @param tools  content next to the table select
 */
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
  const table = tableAt(answer, viewState.table);
  const labels: Record<View, string> = {
    table: messages.answer.table,
    download: messages.answer.download,
    json: messages.answer.json,
  };
  const tabs = VIEWS.map((name) => ({ name, label: labels[name] }));
  return (
    <Tabs
      label={messages.answer.answer}
      tabs={tabs}
      chosen={viewState.view}
      choose={(view) => onViewChange({ ...viewState, view })}
    >
      {tools}
      {table && viewState.view !== 'json' && (
        <TablePicker
          tables={answer.tables}
          chosen={table}
          choose={(path) => onViewChange({ ...viewState, table: path })}
        />
      )}
      {viewState.view !== 'json' && !table && <p className="none">{messages.answer.nothing}</p>}
      {viewState.view === 'table' && table && <TableTab key={table.path} table={table} />}
      {viewState.view === 'download' && table && (
        <DownloadTab request={answer.request} table={table} name={fileName(title)} />
      )}
    </Tabs>
  );
}

/** Returns the base name of downloaded files. */
function fileName(title: string): string {
  return (
    foldText(title)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'signpost'
  );
}
