import type { RefObject } from 'react';
import { useState } from 'react';
import type { DisplayColumn, DisplayTable } from '../../saved-queries/display-table.js';
import type { TableRow } from '../../tables/table.js';
import { useSettings } from '../common/settings.js';
import { CellView } from './cell-view.js';

/** Number of rows to show at first, and to add on request. Thousands of rows slow the page down. */
const ROWS_PER_STEP = 200;

interface RowsTableProps {
  columns: DisplayTable['columns'];
  rows: readonly TableRow[];
  element: RefObject<HTMLTableElement | null>;
}

/** Rows of a table. If there is little room, it scrolls beside its first column. */
export function RowsTable({ columns, rows, element }: RowsTableProps) {
  const { messages, format } = useSettings();
  const [count, setCount] = useState(ROWS_PER_STEP);
  const left = rows.length - count;
  return (
    <>
      <div className="scroll" role="region" tabIndex={0} aria-label={messages.answer.table}>
        <table ref={element}>
          <caption className="visually-hidden">{messages.answer.rows({ count: rows.length })}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={column.isNumber ? 'number' : undefined}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, count).map((row, index) => (
              <tr key={index}>
                {columns.map((column, place) => (
                  <BodyCell key={column.name} column={column} row={row} isFirst={place === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <p>
          <button type="button" className="plain" onClick={() => setCount(count + ROWS_PER_STEP)}>
            {messages.screen.moreRows({ count: format.number(Math.min(ROWS_PER_STEP, left)) })}
          </button>
        </p>
      )}
    </>
  );
}

function BodyCell({ column, row, isFirst }: { column: DisplayColumn; row: TableRow; isFirst: boolean }) {
  const cell = column.cell(row);
  const className = column.isNumber ? 'number' : undefined;
  const content = cell.text === '' ? <span aria-hidden="true">–</span> : <CellView cell={cell} />;
  return isFirst ? (
    <th scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  );
}
