import { SaxesParser } from 'saxes';
import { datasetError } from './dataset-error.js';
import { decodeText } from './text-stream.js';

/** Receives the tags of an XML document, by local name, and its text. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Parses XML incrementally, and yields after each chunk. @throws AppError DATASET_INVALID */
export async function* readXml(bytes: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw datasetError('The workbook contains a document type declaration, which is not allowed.');
  });
  parser.on('error', (error) => {
    throw datasetError(`The workbook cannot be read: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) =>
    listener.open?.(localName(name), attributes as Record<string, string>),
  );
  parser.on('closetag', ({ name }) => listener.close?.(localName(name)));
  if (listener.text) {
    parser.on('text', (text) => listener.text!(text));
    parser.on('cdata', (text) => listener.text!(text));
  }
  for await (const text of decodeText(bytes, 'utf-8')) {
    parser.write(text);
    yield;
  }
  parser.close();
}

/** Parses XML to the end. @throws AppError DATASET_INVALID */
export async function readWholeXml(bytes: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(bytes, listener));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
