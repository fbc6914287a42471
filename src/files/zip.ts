import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Column } from '../tables/column.js';
import type { Row } from '../tables/table.js';
import { csvLine, csvText, PLAIN_CSV } from './csv.js';
import type { FileFacts, RowStream } from './file-content.js';
import { factLines } from './file-content.js';

/** A table that is there as a whole when the first one was written. */
export interface OtherTable {
  path: string;
  columns: readonly Column[];
  rows: readonly Row[];
}

/**
 * Writes tables as an archive: each as CSV, what all columns mean, the query, what it is with its licence and citation,
 * and the digests of all files. A reader cannot open an archive that was broken off.
 *
 * @param others read once the rows of the first table are written
 */
export function zipStream(first: RowStream, others: () => readonly OtherTable[], facts: FileFacts): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  const digests: string[] = [];
  const add = (name: string, text: () => Iterable<string> | AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, (done) => {
      const stream = Readable.from(digested(name, text(), digests));
      stream.on('error', (error) => output.destroy(error));
      done(null, stream);
    });
  add('query.graphql', () => [`${facts.query}\n`]);
  add('variables.json', () => [`${facts.variables}\n`]);
  add(`tables/${first.path}.csv`, () => csvText(first));
  // The others are known only now; the archive is ended after them.
  zip.addReadStreamLazy('about.txt', (done) => {
    const text = `${factLines(facts)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\n`;
    const tables = others();
    for (const { path, columns, rows } of tables) {
      add(`tables/${path}.csv`, () => csvText({ path, columns, pages: pageOf(rows) }));
    }
    add('columns.csv', () => dictionary([first, ...tables]));
    zip.addReadStreamLazy('SHA256SUMS', (sums) => sums(null, Readable.from([digests.join('')])));
    zip.end();
    done(null, Readable.from(digested('about.txt', [text], digests)));
  });
  return output;
}

async function* pageOf(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/** Passes a text on and notes its digest when it ends. */
async function* digested(
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

function* dictionary(tables: readonly { path: string; columns: readonly Column[] }[]): Generator<string> {
  yield csvLine(['table', 'column', 'type', 'added', 'meaning'], PLAIN_CSV);
  for (const { path, columns } of tables) {
    for (const { name, type, isQuiet, description } of columns) {
      yield csvLine([path, name, type, isQuiet, description], PLAIN_CSV);
    }
  }
}
