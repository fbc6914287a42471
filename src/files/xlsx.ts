import { Readable } from 'node:stream';
import yazl from 'yazl';
import { AppError } from '../errors.js';
import type { TableCell } from '../tables/table-cell.js';
import type { TableRow } from '../tables/table.js';
import { columnLabel } from '../i18n/column-labels.js';
import type { FileMetadata, RowStream } from './file-metadata.js';
import { metadataRows, sourcesTableHeader, sourcesTableRows } from './metadata-text.js';
import { SourceCollector } from './source-collector.js';

/** Maximum number of rows of a sheet, including the header. */
export const MAX_SHEET_ROWS = 1_048_576;
const MAX_CELL_LENGTH = 32_767;

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN_XMLNS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_XMLNS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_XMLNS = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Creates a workbook with sheets for rows, columns, sources and metadata. Numbers remain numbers, and texts never
 * become formulas. A truncated file cannot be opened.
 */
export function xlsxStream(table: RowStream, metadata: FileMetadata): Readable {
  const zip = new yazl.ZipFile();
  const collector = new SourceCollector();
  const { messages } = metadata;
  const { takeAway } = messages.page;
  const { data: dataSheet, columns, sources, about } = takeAway.sheets;
  const sheets = [dataSheet, columns, sources, about];
  zip.addBuffer(Buffer.from(contentTypes(sheets)), '[Content_Types].xml');
  zip.addBuffer(Buffer.from(relationsXml([[`${OFFICE_XMLNS}/officeDocument`, 'xl/workbook.xml']])), '_rels/.rels');
  zip.addBuffer(Buffer.from(workbookXml(sheets)), 'xl/workbook.xml');
  const packageParts = sheets.map((_, index): [string, string] => [
    `${OFFICE_XMLNS}/worksheet`,
    `worksheets/sheet${index + 1}.xml`,
  ]);
  zip.addBuffer(
    Buffer.from(relationsXml([...packageParts, [`${OFFICE_XMLNS}/styles`, 'styles.xml']])),
    'xl/_rels/workbook.xml.rels',
  );
  zip.addBuffer(Buffer.from(STYLES_XML), 'xl/styles.xml');
  const dataSheetStream = Readable.from(
    sheetXml(
      table.columns.map(({ name }) => name),
      collector.collectFrom(table),
    ),
  );
  dataSheetStream.on('error', (error) => (zip.outputStream as Readable).destroy(error));
  zip.addReadStream(dataSheetStream, 'xl/worksheets/sheet1.xml');
  const addSheet = (number: number, header: readonly string[], rows: () => readonly TableRow[]) =>
    zip.addReadStreamLazy(`xl/worksheets/sheet${number}.xml`, (done) =>
      done(null, Readable.from(sheetXml(header, [rows()]))),
    );
  addSheet(2, [takeAway.column, takeAway.inWords, takeAway.meaning, takeAway.added], () =>
    table.columns.map((column) => [column.name, columnLabel(messages, column), column.description, column.isAdded]),
  );
  zip.addReadStreamLazy('xl/worksheets/sheet3.xml', (done) => {
    metadata.terms(collector.sources()).then(
      (terms) => done(null, Readable.from(sheetXml(sourcesTableHeader(messages), [sourcesTableRows(terms)]))),
      (error: Error) => (zip.outputStream as Readable).destroy(error),
    );
  });
  addSheet(4, [takeAway.what, takeAway.text], () => metadataRows(metadata, collector));
  zip.end();
  return zip.outputStream as Readable;
}

async function* sheetXml(
  header: readonly string[],
  pages: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
): AsyncGenerator<string> {
  const letters = header.map((_, index) => columnLetters(index));
  yield `${XML_HEAD}<worksheet xmlns="${MAIN_XMLNS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowXml(header, 1, letters, ' s="1"');
  let number = 1;
  for await (const rows of pages) {
    if (number + rows.length > MAX_SHEET_ROWS) {
      throw new AppError('TOO_MANY', `A sheet has at most ${MAX_SHEET_ROWS} rows; request csv.`);
    }
    let xml = '';
    for (const row of rows) xml += rowXml(row, (number += 1), letters, '');
    if (xml !== '') yield xml;
  }
  yield '</sheetData></worksheet>';
}

/** Returns the XML of a row. Includes cell references, which some readers require. */
function rowXml(cells: readonly TableCell[], number: number, letters: readonly string[], style: string): string {
  let xml = `<row r="${number}">`;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? null;
    if (cell === null || cell === '') continue;
    const attributes = `r="${letters[index]}${number}"${style}`;
    if (typeof cell === 'number') xml += `<c ${attributes}><v>${cell}</v></c>`;
    else if (typeof cell === 'boolean') xml += `<c ${attributes} t="b"><v>${cell ? 1 : 0}</v></c>`;
    else xml += `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function escapeXml(text: string): string {
  const shortened = text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH - 1)}…` : text;
  if (!/[&<>\r\u0000-\u001f\ufffe\uffff]/.test(shortened)) return shortened;
  return shortened
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>\r]/g, (character) => ENTITIES[character]!);
}

function columnLetters(index: number): string {
  const lastLetter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? lastLetter : columnLetters(Math.floor(index / 26) - 1) + lastLetter;
}

function contentTypes(names: readonly string[]): string {
  const sheets = names.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return `${XML_HEAD}<Types xmlns="${PACKAGE_XMLNS}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${sheets.join('')}</Types>`;
}

function relationsXml(packageParts: readonly (readonly [type: string, target: string])[]): string {
  const relationships = packageParts.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE_XMLNS}/relationships">${relationships.join('')}</Relationships>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML_HEAD}<workbook xmlns="${MAIN_XMLNS}" xmlns:r="${OFFICE_XMLNS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

const STYLES_XML = `${XML_HEAD}<styleSheet xmlns="${MAIN_XMLNS}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;
