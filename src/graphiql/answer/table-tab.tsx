import { useMemo, useRef, useState } from 'react';
import { type DisplayColumn, type DisplayTable, toDisplayTable } from '../../saved-queries/display-table.js';
import type { ScreenTable, TableRow } from '../../tables/table.js';
import { hasFootnotedName } from '../../files/footnote-column.js';
import { kosovoFootnote } from '../../i18n/footnotes.js';
import { completenessMessages } from '../../i18n/completeness-messages.js';
import { useCopyToClipboard } from '../common/use-copy-to-clipboard.js';
import { useAnnounce } from '../common/announcer.js';
import { useSettings } from '../common/settings.js';
import { RowsTable } from './rows-table.js';
import { CellView } from './cell-view.js';
import { nextSortOrder, type SortOrder, sortRows } from './sort-rows.js';
import { formatForSpreadsheet } from './clipboard-table.js';

/** Table of an answer: the values that all rows have in common, then the rows, which can be sorted and copied. */
export function TableTab({ table }: { table: ScreenTable }) {
  const { messages, format } = useSettings();
  const announce = useAnnounce();
  const copy = useCopyToClipboard();
  const [order, setOrder] = useState<SortOrder | null>(null);
  const element = useRef<HTMLTableElement>(null);
  const { common, columns } = useMemo(() => toDisplayTable(table, { messages, format }), [table, messages, format]);
  const scope = completenessMessages(table.scopes ?? [], messages);
  const notes = useMemo(() => kosovoFootnote(table.rows.some(hasFootnotedName), messages.chart), [table, messages]);
  const rows = useMemo(() => sortRows(table.rows, columns, order, messages.locale), [table, columns, order, messages]);

  const copyAll = () => {
    const clipboardContent = formatForSpreadsheet({ columns: table.columns, rows }, messages, navigator.language);
    void copy({
      ...clipboardContent,
      element,
      confirmation: `${messages.answer.copied} ${messages.answer.rows({ count: rows.length })}.`,
    });
  };
  const onSort = ({ name, label }: DisplayColumn) => {
    setOrder(nextSortOrder(order, name));
    announce(` ${messages.answer.sortedBy({ column: label })}`);
  };

  return (
    <div className="table-tab">
      <div className="above-table">
        <p className="count">
          {table.isTruncated
            ? messages.screen.cut({ count: format.number(rows.length) })
            : messages.answer.rows({ count: rows.length })}
          {scope.length > 0 && ` · ${scope.join(' ')}`}
        </p>
        <button type="button" className="plain" onClick={copyAll}>
          {messages.answer.copyForExcel}
        </button>
      </div>
      {common.length > 0 && (
        <LabelledCells className="common" values={common.map((value) => ({ ...value, name: value.label }))} />
      )}
      {rows.length === 1 && <LabelledCells className="one-row" values={labelledCells(columns, rows[0]!)} />}
      {rows.length > 1 && columns.length > 0 && <RowsTable {...{ columns, rows, order, onSort, element }} />}
      {notes.map((note) => (
        <p key={note} className="count">
          {note}
        </p>
      ))}
      <ColumnDescriptions columns={columns} />
    </div>
  );
}

type LabelledCell = DisplayTable['common'][number] & { name: string };

/** Returns the cells of a row that are not empty. */
function labelledCells(columns: readonly DisplayColumn[], row: TableRow): LabelledCell[] {
  return columns.map((column) => ({ ...column, cell: column.cell(row) })).filter(({ cell }) => cell.text !== '');
}

function LabelledCells({ className, values }: { className: string; values: readonly LabelledCell[] }) {
  return (
    <dl className={className}>
      {values.map(({ name, label, cell }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            <CellView cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Descriptions of the columns, in English. */
function ColumnDescriptions({ columns }: { columns: readonly DisplayColumn[] }) {
  const { messages } = useSettings();
  const describedColumns = columns.filter(({ description }) => description !== null);
  if (describedColumns.length === 0) return null;
  return (
    <details className="meanings">
      <summary>{messages.screen.meanings}</summary>
      <dl>
        {describedColumns.map(({ name, label, description }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd lang="en">{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
