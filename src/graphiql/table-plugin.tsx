import type { GraphiQLPlugin } from '@graphiql/react';
import { pick, useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import type { ResultTable } from './tables.js';
import { csvOf, tablesOf } from './tables.js';

/** More rows than this make the page slow; the CSV has all of them. */
const ROWS_SHOWN = 500;

function dataOf(response: string | null | undefined): unknown {
  if (!response) return null;
  try {
    return (JSON.parse(response) as { data?: unknown }).data ?? null;
  } catch {
    return null;
  }
}

function download(table: ResultTable): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${table.path.replaceAll('.', '-')}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

function Table({ table, say }: { table: ResultTable; say: (text: string) => void }) {
  const copy = () =>
    navigator.clipboard.writeText(csvOf(table)).then(
      () => say(`${table.rows.length} rows of ${table.path} copied as CSV.`),
      () => say('The browser did not allow copying; save the file instead.'),
    );
  return (
    <section className="result-table">
      <div className="table-buttons">
        <button type="button" className="plain-button" onClick={() => void copy()}>
          Copy as CSV<span className="visually-hidden"> ({table.path})</span>
        </button>
        <button type="button" className="plain-button" onClick={() => download(table)}>
          Save as CSV<span className="visually-hidden"> ({table.path})</span>
        </button>
      </div>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={`Table of ${table.path}`}>
        <table>
          <caption>
            {table.path}, {table.rows.length} {table.rows.length === 1 ? 'row' : 'rows'}
            {table.rows.length > ROWS_SHOWN && `, the first ${ROWS_SHOWN} shown`}
          </caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, ROWS_SHOWN).map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} className={typeof cell === 'number' ? 'number' : undefined}>
                    {cell === null ? <span aria-label="empty">–</span> : String(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Tables() {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const [said, say] = useState('');
  const tables = tablesOf(dataOf(tabs[activeTabIndex]?.response));
  return (
    <section className="signpost-pane" aria-labelledby="tables-heading">
      <h2 id="tables-heading">Answer as tables</h2>
      <p role="status" className="said">
        {said}
      </p>
      {tables.length === 0 && (
        <p>Run a query that lists something; each list of its answer is shown here as a table.</p>
      )}
      {tables.map((table) => (
        <Table key={table.path} table={table} say={say} />
      ))}
    </section>
  );
}

function TableIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9" strokeLinejoin="round" />
    </svg>
  );
}

/** The pane that shows every list of the answer in front as an accessible table, to copy or save as CSV. */
export const TABLE_PLUGIN: GraphiQLPlugin = { title: 'Answer as tables', icon: TableIcon, content: Tables };
