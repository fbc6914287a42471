import { Readable } from 'node:stream';
import { drawChart } from '../../charts/chart.js';
import { drawMap } from '../../charts/map.js';
import { AppError } from '../../errors.js';
import { csvText, EXCEL_CSV, PLAIN_CSV } from '../../files/csv.js';
import { originLines } from '../../files/metadata-text.js';
import type { FileMetadata, RowStream } from '../../files/file-metadata.js';
import { withFootnoteColumn } from '../../files/footnote-column.js';
import type { TableFormat } from '../../files/formats.js';
import { jsonStatDataset } from '../../files/json-stat.js';
import { sdmxCsvText } from '../../files/sdmx-csv.js';
import { wideTable } from '../../files/wide-table.js';
import { ndjsonText } from '../../files/ndjson.js';
import { withScopeColumn } from '../../files/scope-column.js';
import { MAX_SHEET_ROWS, xlsxStream } from '../../files/xlsx.js';
import { asSinglePage, zipStream } from '../../files/zip.js';
import type { PageFigureEditions } from '../../graphql/request/page-figure-editions.js';
import { needsScopeNote } from '../../tables/figure-scope.js';
import { completenessMessages } from '../../i18n/completeness-messages.js';
import type { FileParams } from './file-params.js';
import type { ResponseTableReader } from './response-table-reader.js';

/** Rows, metadata and options of a file. */
export interface FileContent {
  source: ResponseTableReader;
  metadata: FileMetadata;
  params: FileParams;
  editions: PageFigureEditions;
}

/** Writes a file in a format. Streams large tables. @throws AppError, QueryRejectedError */
export async function serialiseFile(format: TableFormat['name'], content: FileContent): Promise<Readable | string> {
  const { source, metadata, params, editions } = content;
  switch (format) {
    case 'csv':
      return Readable.from(
        csvText(withNoteColumns(content, await csvRows(content)), params.isForExcel ? EXCEL_CSV : PLAIN_CSV),
      );
    case 'ndjson':
      return Readable.from(ndjsonText(withNoteColumns(content, rowStream(source))));
    case 'xlsx':
      source.maxRows = Math.min(source.maxRows, MAX_SHEET_ROWS - 1);
      return xlsxStream(rowStream(source), metadata);
    case 'zip':
      return zipStream(rowStream(source), () => source.furtherTables(), metadata);
    case 'tables':
      return JSON.stringify({ tables: await source.screenTables(), fixed: editions.editionsToPin() });
    case 'jsonstat':
      return JSON.stringify(jsonStatDataset(source.reader.columns, await source.allRows(), metadata));
    case 'sdmx.csv':
      return sdmxCsvText(source.reader.columns, await source.allRows());
    case 'svg':
      return drawChartFile(content);
  }
}

function rowStream(source: ResponseTableReader): RowStream {
  return { path: source.plan.path, columns: source.reader.columns, pages: source.rows() };
}

async function csvRows({ source, params }: FileContent): Promise<RowStream> {
  const stream = rowStream(source);
  if (!params.isWide) return stream;
  const { columns, rows } = wideTable(stream.columns, await source.allRows());
  return { ...stream, columns, pages: asSinglePage(rows) };
}

/** Adds columns for footnotes and for missing rows, if needed. */
function withNoteColumns({ source, metadata }: FileContent, stream: RowStream): RowStream {
  return withScopeColumn(source.mayBeFootnoted() ? withFootnoteColumn(stream, metadata.messages) : stream, () =>
    completenessMessages(source.scopes().filter(needsScopeNote), metadata.messages),
  );
}

async function drawChartFile({ source, metadata, params }: FileContent): Promise<string> {
  const { messages } = metadata;
  const table = { columns: source.reader.columns, rows: await source.allRows(), scopes: source.scopes() };
  const options = {
    placement: params.isForPage ? ('PICTURE' as const) : ('FILE' as const),
    messages,
    ...params.chartOptions?.(table),
    isBare: params.isBare ?? false,
    origin: params.isForPage ? [] : originLines(table, metadata),
    ...(params.width !== undefined && { width: params.width }),
  };
  const chart = params.isMap ? drawMap(table, options) : drawChart(table, options);
  if (chart.form === 'NONE') throw new AppError('BAD_REQUEST', chart.sentence);
  return chart.svg;
}
