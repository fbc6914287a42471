import { FORMATS } from '../../files/formats.js';
import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import { pagePath } from '../../model/entry-key.js';
import type { Kind } from '../../model/model.js';
import { entryField, remainsQuery } from './entry-query.js';
import { selectParts } from '../../kinds/pages/index.js';
import type { PagePart } from '../../kinds/pages/page-part.js';
import type { EntryScope } from './page-entry.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';

/** A form of an entry beside its page, at the address of the page with an ending. */
export interface EntryForm {
  ending: 'json' | 'csv' | 'bib';
  mediaType: string;
  /** As people call it. */
  name: string;
}

const JSON_FORM: EntryForm = { ending: 'json', mediaType: FORMATS.json.mediaType, name: 'JSON' };
const CSV_FORM: EntryForm = { ending: 'csv', mediaType: FORMATS.csv.mediaType, name: 'CSV' };
const BIB_FORM: EntryForm = { ending: 'bib', mediaType: 'application/x-bibtex', name: 'BibTeX' };

/** The forms in which an entry of a kind is had: all that its page shows, its figures where it has some, how it is cited. */
export function entryForms(kind: Kind): readonly EntryForm[] {
  return figuresField(kind) ? [JSON_FORM, CSV_FORM, BIB_FORM] : [JSON_FORM, BIB_FORM];
}

/** The links to the forms of an entry, for the head of its page. */
export function formLinks({ kind, entry, writer }: EntryScope): Html {
  const path = pagePath(kind, entry.slug);
  return html`${entryForms(kind).map(
    ({ ending, mediaType }) =>
      html`<link
        rel="alternate"
        type="${mediaType}"
        href="${writer.address.origin}${writer.path(`${path}.${ending}`)}"
      /> `,
  )}`;
}

/**
 * The query for all figures of an entry as a file; its variable is `slug`. Null where a kind has none.
 *
 * @param known the entry in the answer to `formQuery`
 */
export function figuresQuery(kind: Kind, known: EntryValues = {}): string | null {
  const field = figuresField(kind);
  const chosen = ofFile(kind)?.choose(known) ?? '';
  const given = chosen === '' ? '' : `(${chosen})`;
  return (
    field &&
    `query Figures($slug: Slug!) { ${entryField(kind)} { ${field}${given} { points { period value flags } } } }`
  );
}

function ofFile(kind: Kind): NonNullable<PagePart['ofFile']> | null {
  return selectParts(kind).find((part) => part.ofFile)?.ofFile ?? null;
}

/** The query for what a form is made of that is not all that the page shows; its variable is `slug`. */
export function formQuery(kind: Kind, ending: 'csv' | 'bib'): string {
  return remainsQuery(kind, ending === 'bib' ? 'citation(style: BIBTEX)' : ofFile(kind)?.asks);
}

function figuresField({ fields }: Kind): string | null {
  return fields.find(({ name, type, list }) => name === 'series' && type === 'Series' && list)?.name ?? null;
}
