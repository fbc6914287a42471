import { FILE_FORMATS } from '../../files/formats.js';
import { type Html, html } from '../../html/html.js';
import { textPagePath } from '../../model/explorer-url.js';
import type { Kind } from '../../model/model.js';
import { entryField, withdrawnEntryQuery } from './entry-query.js';
import { selectPageParts } from '../../kinds/pages/index.js';
import type { EntryValues, PagePart } from '../../kinds/pages/page-part.js';
import type { EntryScope } from './entry-page-data.js';

/** A file format in which an entry can be downloaded. The URL of the file is that of the page with an extension. */
export interface EntryFormat {
  extension: 'json' | 'csv' | 'bib';
  mediaType: string;
  name: string;
}

const JSON_FORMAT: EntryFormat = { extension: 'json', mediaType: FILE_FORMATS.json.mediaType, name: 'JSON' };
const CSV_FORMAT: EntryFormat = { extension: 'csv', mediaType: FILE_FORMATS.csv.mediaType, name: 'CSV' };
const BIB_FORMAT: EntryFormat = { extension: 'bib', mediaType: 'application/x-bibtex', name: 'BibTeX' };

/** Returns the file formats of the entries of a kind: JSON, CSV if they have figures, and BibTeX. */
export function entryFormats(kind: Kind): readonly EntryFormat[] {
  return figuresField(kind) ? [JSON_FORMAT, CSV_FORMAT, BIB_FORMAT] : [JSON_FORMAT, BIB_FORMAT];
}

/** Renders the `link` elements that name the files of an entry as alternates of its page. */
export function alternateLinks({ kind, entry, writer }: EntryScope): Html {
  const path = textPagePath(kind, entry.slug);
  return html`${entryFormats(kind).map(
    ({ extension, mediaType }) =>
      html`<link
        rel="alternate"
        type="${mediaType}"
        href="${writer.address.origin}${writer.path(`${path}.${extension}`)}"
      /> `,
  )}`;
}

/**
 * Returns the query for all figures of an entry, for a file. Its variable is `slug`. Null if the kind has no figures.
 * @param entryValues  the response to `queryForFormat`
 */
export function figuresQuery(kind: Kind, entryValues: EntryValues = {}): string | null {
  const field = figuresField(kind);
  const args = findDownload(kind)?.choose(entryValues) ?? '';
  const argumentList = args === '' ? '' : `(${args})`;
  return (
    field &&
    `query Figures($slug: Slug!) { ${entryField(kind)} { ${field}${argumentList} { points { period value flags } } } }`
  );
}

function findDownload(kind: Kind): NonNullable<PagePart['download']> | null {
  return selectPageParts(kind).find((part) => part.download)?.download ?? null;
}

/** Returns the query for a format that needs fewer fields than the page. Its variable is `slug`. */
export function queryForFormat(kind: Kind, extension: 'csv' | 'bib'): string {
  return withdrawnEntryQuery(kind, extension === 'bib' ? 'citation(style: BIBTEX)' : findDownload(kind)?.fields);
}

function figuresField({ fields }: Kind): string | null {
  return fields.find(({ name, type, list }) => name === 'series' && type === 'Series' && list)?.name ?? null;
}
