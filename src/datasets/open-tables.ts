import { createGunzip } from 'node:zlib';
import { datasetError } from './dataset-error.js';
import { delimitedRows, detectDelimiter } from './delimited-text.js';
import { EncodingSniffer, type TextEncoding } from './encoding-sniffer.js';
import type { SourceFile } from './source-file.js';
import type { SourceTable } from './table.js';
import { streamBytes, decodeText } from './text-stream.js';
import { isWorkbook, readSheets } from './workbook.js';
import { ZipArchive } from './zip-archive.js';
import { isJsonStat, jsonStatTables } from './json-stat.js';

/** Maximum length of a JSON text, in characters. JSON is not streamed. */
const MAX_JSON_LENGTH = 32 * 1024 ** 2;

/** Maximum size of a GZIP file after decompression, in bytes. */
const MAX_GUNZIPPED_BYTES = 1024 ** 3;
const MAX_GZIP_RATIO = 100;
/** Number of characters that delimiter detection examines. */
const DETECTION_LENGTH = 1 << 16;

export interface OpenedTables extends Disposable {
  tables: readonly SourceTable[];
  /** Returns the progress of the current reading, from 0 to 1; null for compressed files. */
  progress(): number | null;
}

/** Opens a text file, workbook or archive, and returns its tables. */
export async function openTables(source: SourceFile): Promise<OpenedTables> {
  if (source.container === 'ZIP') return openArchive(source.path);
  const encoding = source.encoding ?? (await detectEncoding(gunzip(source)));
  let readBytes = 0;
  const openBytes = () => {
    readBytes = 0;
    return source.container === 'GZIP'
      ? gunzip(source)
      : countBytes(streamBytes(source.path), (size) => (readBytes += size));
  };
  return {
    tables: await textTables(null, openBytes, encoding),
    progress: () => (source.container === 'TEXT' ? readBytes / source.bytes : null),
    [Symbol.dispose]: () => undefined,
  };
}

async function* countBytes(bytes: AsyncIterable<Buffer>, count: (size: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    count(chunk.length);
    yield chunk;
  }
}

async function openArchive(path: string): Promise<OpenedTables> {
  const archive = await ZipArchive.open(path);
  try {
    const tables = isWorkbook(archive) ? await readSheets(archive) : await readArchive(archive);
    return { tables, progress: () => null, [Symbol.dispose]: () => archive.close() };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function readArchive(archive: ZipArchive): Promise<SourceTable[]> {
  const names = archive.names.filter(
    (name) => /\.(csv|tsv|txt|json|tab)$/i.test(name) && !name.startsWith('__MACOSX/'),
  );
  if (names.length === 0) throw datasetError('The archive has no member that ends in .csv, .tsv, .txt, .tab or .json.');
  if (names.length > 20) throw datasetError(`The archive has ${names.length} tables; at most 20 are read.`);
  const tables: SourceTable[] = [];
  for (const name of names) {
    const encoding = await detectEncoding(archive.member(name));
    tables.push(...(await textTables(name, () => archive.member(name), encoding)));
  }
  return tables;
}

async function textTables(
  name: string | null,
  bytes: () => AsyncIterable<Buffer>,
  encoding: TextEncoding,
): Promise<SourceTable[]> {
  const head = await readHead(decodeText(bytes(), encoding));
  if (/^\s*[[{]/.test(head)) {
    const tables = await jsonTables(decodeText(bytes(), encoding));
    return tables.map((table) => ({
      ...table,
      name: [name, table.name].filter((part) => part !== null).join('/') || null,
    }));
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(head))
    throw datasetError('The file is a web page or XML, not a table of figures.');
  const delimiter = detectDelimiter(head);
  const text = { encoding, delimiter };
  return [{ name, form: 'DELIMITED', text, read: () => delimitedRows(decodeText(bytes(), encoding), delimiter) }];
}

async function readHead(text: AsyncIterable<string>): Promise<string> {
  let head = '';
  for await (const piece of text) {
    head += piece;
    if (head.length >= DETECTION_LENGTH) break;
  }
  return head.slice(0, DETECTION_LENGTH);
}

async function detectEncoding(bytes: AsyncIterable<Buffer>): Promise<TextEncoding> {
  const sniffer = new EncodingSniffer();
  for await (const chunk of bytes) sniffer.observe(chunk);
  return sniffer.encoding();
}

async function* gunzip({ path, bytes }: SourceFile): AsyncGenerator<Buffer> {
  let outputBytes = 0;
  try {
    for await (const chunk of streamBytes(path).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      outputBytes += chunk.length;
      if (outputBytes > MAX_GUNZIPPED_BYTES || (outputBytes > 1024 ** 2 && outputBytes > bytes * MAX_GZIP_RATIO)) {
        throw datasetError(`The decompressed file has more than 1 GiB, or more than ${MAX_GZIP_RATIO} times its size.`);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      const isTruncated = error.message === 'unexpected end of file';
      throw datasetError(
        isTruncated ? 'The file is truncated. Download it again.' : `The file cannot be decompressed: ${error.message}`,
      );
    }
    throw error;
  }
}

async function jsonTables(text: AsyncIterable<string>): Promise<SourceTable[]> {
  const pieces: string[] = [];
  let size = 0;
  for await (const piece of text) {
    size += piece.length;
    if (size > MAX_JSON_LENGTH) throw datasetError(`The JSON text has more than ${MAX_JSON_LENGTH} characters.`);
    pieces.push(piece);
  }
  const value = parseJson(pieces.join(''));
  if (!isJsonStat(value)) throw datasetError('The JSON text is not JSON-stat. Download the table as CSV.');
  return jsonStatTables(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Deeply nested JSON overflows the stack of the parser.
    if (error instanceof RangeError) throw datasetError('The JSON text is nested too deeply.');
    const { message } = error as Error;
    const position = Number(/at position (\d+)/.exec(message)?.[1] ?? 0);
    if (/end of JSON input/.test(message) || position >= text.trimEnd().length) {
      throw datasetError('The JSON text is truncated. Download it again.');
    }
    const line = position > 0 ? ` on line ${text.slice(0, position).split('\n').length}` : '';
    throw datasetError(`The JSON text is invalid${line}: ${message}.`);
  }
}
