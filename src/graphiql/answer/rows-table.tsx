import type { RefObject } from 'react';
import { useState } from 'react';
import type { DisplayColumn, DisplayTable } from '../../saved-queries/display-table.js';
import type { TableRow } from '../../tables/table.js';
import { useSettings } from '../common/settings.js';
import { CellView } from './cell-view.js';
import type { Order } from './sort-rows.js';

/** Number of rows to show at first, and to add on request. Thousands of rows slow the page down. */
const ROWS_PER_STEP = 200;
/** Average text length (`letters`) above which a column is wide, measured on the first `rows` rows. */
const WIDE_COLUMN = { letters: 45, rows: 40 };

interface RowsTableProps {
  shown: DisplayTable;
  rows: readonly TableRow[];
  order: Order | null;
  sort: (column: DisplayColumn) => void;
  element: RefObject<HTMLTableElement | null>;
}

/** Rows of a table. On narrow screens, a figure shows only its name and value, and an entry becomes a card. */
export function RowsTable({ shown: { isFigures, columns }, rows, order, sort, element }: RowsTableProps) {
  const { messages, format } = useSettings();
  const [count, setCount] = useState(ROWS_PER_STEP);
  const [first, ...others] = columns;
  if (!first) return null;
  const classes = new Map(columns.map((column) => [column.name, chooseClass(column, rows, isFigures)]));
  const asides = columns.filter(({ beside }) => isFigures && beside !== null);
  const left = rows.length - count;
  const sorted = columns.find(({ name }) => name === order?.column);
  return (
    <>
      <div className="scroll" role="region" tabIndex={0} aria-label={messages.answer.table}>
        {/* Explicit roles: browsers drop the semantics of a table with another display. */}
        <table role="table" ref={element} className={isFigures ? 'figures' : 'entries'}>
          <caption className="visually-hidden">
            {messages.answer.rows({ count: rows.length })}
            {sorted && `, ${messages.answer.sortedBy({ column: sorted.label })}`}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <HeaderCell
                  key={column.name}
                  column={column}
                  className={classes.get(column.name)!}
                  order={order}
                  sort={() => sort(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.slice(0, count).map((row, index) => (
              <tr key={index} role="row">
                <th role="rowheader" scope="row" className={classes.get(first.name)}>
                  <CellView cell={first.cell(row)} />
                  <Asides of="NAME" asides={asides} row={row} />
                </th>
                {others.map((column) => (
                  <BodyCell
                    key={column.name}
                    column={column}
                    className={classes.get(column.name)!}
                    row={row}
                    asides={asides}
                  />
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

function chooseClass(column: DisplayColumn, rows: readonly TableRow[], isFigures: boolean): string {
  const texts = rows.slice(0, WIDE_COLUMN.rows).map((row) => column.cell(row));
  const longest = texts.map(({ items }) => Math.max(0, ...items.map(({ text }) => text.length)));
  const isLong = longest.reduce((sum, length) => sum + length, 0) > WIDE_COLUMN.letters * texts.length;
  const isHiddenWhenNarrow = isFigures && !column.isMain;
  return [column.isNumber ? 'number' : '', isLong ? 'long' : '', isHiddenWhenNarrow ? 'more' : '']
    .filter(Boolean)
    .join(' ');
}

function HeaderCell({
  column,
  className,
  order,
  sort,
}: {
  column: DisplayColumn;
  className: string;
  order: Order | null;
  sort: () => void;
}) {
  const direction = order?.column !== column.name ? 'none' : order.isDescending ? 'descending' : 'ascending';
  return (
    <th role="columnheader" scope="col" aria-sort={direction} className={className}>
      <button type="button" onClick={sort}>
        {column.label}
        <span aria-hidden="true" className="sort-mark">
          {{ none: '', ascending: '↑', descending: '↓' }[direction]}
        </span>
      </button>
    </th>
  );
}

function BodyCell({
  column,
  className,
  row,
  asides,
}: {
  column: DisplayColumn;
  className: string;
  row: TableRow;
  asides: readonly DisplayColumn[];
}) {
  const cell = column.cell(row);
  return (
    <td role="cell" data-label={column.label} className={cell.text === '' ? `${className} empty` : className}>
      {cell.text === '' ? <span aria-hidden="true">–</span> : <CellView cell={cell} />}
      {column.role === 'value' && <Asides of="VALUE" asides={asides} row={row} />}
    </td>
  );
}

/** Values of hidden columns, inside another cell. */
function Asides({ of, asides, row }: { of: DisplayColumn['beside']; asides: readonly DisplayColumn[]; row: TableRow }) {
  const texts = asides.filter(({ beside }) => beside === of).map(({ cell }) => cell(row).text);
  return texts.map(
    (text, index) =>
      text !== '' && (
        <small key={index} className="aside">
          {text}
        </small>
      ),
  );
}
