import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Column } from '../tables/column.js';
import type { TableRow } from '../tables/table.js';
import { columnLabel } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { csvLine, csvText, PLAIN_CSV } from './csv.js';
import type { FileMetadata, RowStream } from './file-metadata.js';
import { metadataRows, licenceText, labelledLine, SOURCES_TABLE_COLUMNS, sourcesTableRows } from './metadata-text.js';
import { dataPackageDescriptor } from './data-package.js';
import { SourceCollector } from './source-collector.js';

/** A further table of an archive. Its rows are complete only after the first table is written. */
export interface OtherTable {
  path: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
}

/**
 * Creates an archive of CSV tables with column descriptions, a Frictionless data package, query, metadata, terms of
 * sources, citations and digests. File names are the same in all languages. A truncated archive cannot be opened.
 * @param others returns the other tables; called after all rows of the first table are written
 */
export function zipStream(mainTable: RowStream, others: () => readonly OtherTable[], metadata: FileMetadata): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  const digests: string[] = [];
  const collector = new SourceCollector();
  const openFile = (name: string, text: Iterable<string> | AsyncIterable<string>): Readable => {
    const stream = Readable.from(withDigest(name, text, digests));
    stream.on('error', (error) => output.destroy(error));
    return stream;
  };
  const addFile = (name: string, text: () => Iterable<string> | AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, (done) => done(null, openFile(name, text())));
  addFile('query.graphql', () => [`${metadata.query}\n`]);
  addFile('variables.json', () => [`${metadata.variables}\n`]);
  addFile(`tables/${mainTable.path}.csv`, () => csvText({ ...mainTable, pages: collector.collectFrom(mainTable) }));
  // The remaining files depend on the rows, so they are added after the first table.
  const addOtherFiles = async (): Promise<Readable> => {
    const tables = others();
    for (const { columns, rows } of tables) collector.add(columns, rows);
    const terms = await metadata.terms(collector.sources());
    for (const { path, columns, rows } of tables) {
      addFile(`tables/${path}.csv`, () => csvText({ path, columns, pages: asSinglePage(rows) }));
    }
    addFile('columns.csv', () => columnsCsv([mainTable, ...tables], metadata.messages));
    addFile('sources.csv', () =>
      [SOURCES_TABLE_COLUMNS, ...sourcesTableRows(terms)].map((row) => csvLine(row, PLAIN_CSV)),
    );
    addFile('datapackage.json', () => [
      `${JSON.stringify(dataPackageDescriptor([mainTable, ...tables], terms, metadata), null, 2)}\n`,
    ]);
    addFile('licence.txt', () => [licenceText(terms, metadata.messages)]);
    addFile('citation.txt', () => [`${collector.citation(metadata, 'APA')}\n`]);
    addFile('citation.bib', () => [collector.citation(metadata, 'BIBTEX')]);
    addFile('citation.json', () => [`${collector.citation(metadata, 'CSL_JSON')}\n`]);
    zip.addReadStreamLazy('SHA256SUMS', (sums) => sums(null, Readable.from([digests.join('')])));
    zip.end();
    return openFile('about.txt', [aboutText(metadata, collector)]);
  };
  zip.addReadStreamLazy('about.txt', (done) => {
    addOtherFiles().then(
      (about) => done(null, about),
      (error: Error) => output.destroy(error),
    );
  });
  return output;
}

function aboutText(metadata: FileMetadata, collector: SourceCollector): string {
  return `${metadataRows(metadata, collector)
    .map(([name, value]) => labelledLine(metadata.messages, name, value))
    .join('\n')}\n`;
}

/** Yields rows as one page. */
export async function* asSinglePage(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  yield rows;
}

/** Yields a text unchanged, and records its digest. */
async function* withDigest(
  name: string,
  text: Iterable<string> | AsyncIterable<string>,
  digests: string[],
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const part of text) {
    hash.update(part);
    yield part;
  }
  digests.push(`${hash.digest('hex')}  ${name}\n`);
}

function* columnsCsv(
  tables: readonly { path: string; columns: readonly Column[] }[],
  messages: LocaleMessages,
): Generator<string> {
  yield csvLine(['table', 'column', 'label', 'type', 'added', 'meaning'], PLAIN_CSV);
  for (const { path, columns } of tables) {
    for (const column of columns) {
      const { name, type, isAdded, description } = column;
      yield csvLine([path, name, columnLabel(messages, column), type, isAdded, description], PLAIN_CSV);
    }
  }
}
