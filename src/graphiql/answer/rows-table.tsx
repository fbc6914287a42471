import { type RefObject, useState } from 'react';
import type { DisplayColumn, DisplayTable } from '../../saved-queries/display-table.js';
import type { TableRow } from '../../tables/table.js';
import { useSettings } from '../common/settings.js';
import { CellView } from './cell-view.js';
import type { SortOrder } from './sort-rows.js';

/** Number of rows to show at first, and to add on request. Thousands of rows slow the page down. */
const ROWS_PER_STEP = 200;

interface RowsTableProps {
  columns: DisplayTable['columns'];
  rows: readonly TableRow[];
  order: SortOrder | null;
  onSort: (column: DisplayColumn) => void;
  element: RefObject<HTMLTableElement | null>;
}

/** Rows of a table. On narrow screens, they scroll sideways beside the first column. */
export function RowsTable({ columns, rows, order, onSort, element }: RowsTableProps) {
  const { messages, format } = useSettings();
  const [count, setCount] = useState(ROWS_PER_STEP);
  const remaining = rows.length - count;
  const sortedColumn = columns.find(({ name }) => name === order?.column);
  return (
    <>
      <div className="scroll" role="region" tabIndex={0} aria-label={messages.answer.table}>
        <table ref={element}>
          <caption className="visually-hidden">
            {messages.answer.rows({ count: rows.length })}
            {sortedColumn && `, ${messages.answer.sortedBy({ column: sortedColumn.label })}`}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column.name} column={column} order={order} sort={() => onSort(column)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, count).map((row, index) => (
              <tr key={index}>
                {columns.map((column, columnIndex) => (
                  <BodyCell key={column.name} column={column} row={row} isFirst={columnIndex === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {remaining > 0 && (
        <p>
          <button type="button" className="plain" onClick={() => setCount(count + ROWS_PER_STEP)}>
            {messages.screen.moreRows({ count: format.number(Math.min(ROWS_PER_STEP, remaining)) })}
          </button>
        </p>
      )}
    </>
  );
}

function HeaderCell({ column, order, sort }: { column: DisplayColumn; order: SortOrder | null; sort: () => void }) {
  const direction = order?.column !== column.name ? 'none' : order.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={direction} className={column.isNumber ? 'number' : undefined}>
      <button type="button" onClick={sort}>
        {column.label}
        <span aria-hidden="true" className="sort-mark">
          {{ none: '', ascending: '↑', descending: '↓' }[direction]}
        </span>
      </button>
    </th>
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
