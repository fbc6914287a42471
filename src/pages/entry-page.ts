import type { Field, Kind, Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';
import type { FieldContext, LinkedEntry } from './entry-fields.js';
import { entryLink, fieldList, fieldValue, hasValue, localisedText } from './entry-fields.js';
import type { Html } from '../html/html.js';
import { html } from '../html/html.js';
import type { PageAddress } from '../html/shell.js';
import { pageShell } from '../html/shell.js';
import { wordsIn } from '../words/catalogue.js';
import { SITE_STYLE } from './site.js';
import { readableName } from '../words/readable-name.js';

/** Entries that link to the one shown, by one inverse field. */
export interface LinkedFrom {
  /** The name of the inverse field. */
  name: string;
  entries: readonly LinkedEntry[];
  /** How many there are in all, where not all are given. */
  totalCount: number;
}

/** What the page of an entry is made from. */
export interface EntryPageInput {
  model: Model;
  kind: Kind;
  entry: Pick<StoredEntry, 'slug' | 'revision' | 'originalLocale' | 'updatedAt' | 'record'>;
  /** Languages of the reader, best first. */
  locales: readonly string[];
  /** The entries that the record links to, by `folder/slug`. */
  linked: ReadonlyMap<string, LinkedEntry>;
  linkedFrom: readonly LinkedFrom[];
  address: PageAddress;
}

/** Prose is what has sentences: it stands on its own under a heading, before the short facts. */
function isProse(field: Field): boolean {
  return field.localised && !field.list;
}

/** Whether a text in this language is a translation that nobody who works in the language has reviewed. */
function isUnreviewed(locale: string, { originalLocale, record }: EntryPageInput['entry']): boolean {
  const reviewed = (record['reviewedTranslations'] as readonly string[] | undefined) ?? [];
  return locale !== originalLocale && !reviewed.includes(locale);
}

function section(field: Field, record: Record<string, unknown>, context: FieldContext): Html {
  const value = fieldValue(field, record[field.name], context);
  return html`<section>
    <h2 title="${field.description}">${readableName(field.name)}</h2>
    ${field.type === 'Markdown' ? value : isProse(field) ? html`<p>${value}</p>` : value}
  </section> `;
}

function inverseSection({ name, entries, totalCount }: LinkedFrom): Html {
  const more = totalCount - entries.length;
  return html`<section>
    <h2>${readableName(name)}</h2>
    <ul>
      ${entries.map((entry) => html`<li>${entryLink(entry)}</li>`)}
    </ul>
    ${more > 0 && html`<p class="soft">and ${more} more</p>`}
  </section> `;
}

/**
 * The page of any entry, from the model alone: its texts, its facts, its links both ways and its citations.
 *
 * @returns a whole HTML page without script; PAGE_SECURITY_POLICY fits it
 */
export function entryPage(input: EntryPageInput): string {
  const { model, kind, entry, locales, linked, linkedFrom, address } = input;
  const context: FieldContext = { model, locales, linked, originalLocale: entry.originalLocale };
  const title = localisedText(entry.record.title, context) ?? { text: entry.slug, locale: entry.originalLocale };

  const given = kind.fields.filter(
    ({ name, audience }) => name !== 'title' && audience === null && hasValue(entry.record[name]),
  );
  const prose = given.filter(isProse);
  const nested = given.filter((field) => field.nature === 'object' && field.list);
  const facts = given.filter((field) => !prose.includes(field) && !nested.includes(field));

  const main = html`<article>
    <header class="head">
      <p class="eyebrow" title="${kind.description}">${readableName(kind.name)}</p>
      <h1 lang="${title.locale}">${title.text}</h1>
    </header>
    ${
      isUnreviewed(title.locale, entry) &&
      html`<p class="soft">
        This translation is our own and has not been reviewed; the original is in ${entry.originalLocale}.
      </p>`
    }
    ${prose.map((field) => section(field, entry.record, context))}
    ${
      facts.length > 0 &&
      html`<section>
        <h2>Facts</h2>
        ${fieldList({ fields: facts }, entry.record, context)}
      </section>`
    }
    ${nested.map((field) => section(field, entry.record, context))}
    ${linkedFrom.filter(({ entries }) => entries.length > 0).map(inverseSection)}
    <p class="soft">
      Revision ${entry.revision},
      <time datetime="${entry.updatedAt.toISOString()}">${entry.updatedAt.toISOString().slice(0, 10)}</time>
    </p>
  </article>`;
  return pageShell({
    title: title.text,
    locale: locales[0] ?? entry.originalLocale,
    words: wordsIn(locales),
    address,
    style: SITE_STYLE.path,
    main,
  });
}
