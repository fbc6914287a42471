import { entryChips, entryColumns, entryList, type EntryRow } from '../../html/entry-lists.js';
import { type Html, html } from '../../html/html.js';
import { type LinkedEntry, type PageWriter, withShortTitle } from '../../html/page-writer.js';
import type { Section } from '../../html/section.js';
import type { Field, Inverse, Kind, Model } from '../../model/model.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import { linkFilterParams } from '../list/list-filters.js';
import type { EntryScope } from './entry-page-data.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';
import {
  targetKind,
  groupingField,
  rowFields,
  ACRONYM_FIELD,
  publicInverseLinks,
  SPAN_TYPE,
} from './displayed-fields.js';
import { hasValue } from './render-value.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

/** Returns sections for the links of an entry: classifications as chips under one heading, other entries as rows. */
export function linkSections(fields: readonly Field[], scope: EntryScope): Section[] {
  const { model, kind, writer } = scope;
  const readLinks = ({ name }: Field) => scope.entry[name] as readonly (LinkedEntry & EntryValues)[];
  const isClassification = (field: Field) => field.facet || !targetKind(model, field);
  const classes = fields.filter(isClassification);
  const title = (field: Field) => fieldLabel(writer.messages, kind.name, field.name);
  const [only] = classes;
  const subject = {
    id: only?.name ?? '',
    title: classes.length > 1 ? inPageLanguage(writer.labels.whereAndWhat) : only && title(only),
    body: entryChips(classes.flatMap(readLinks), writer),
  };
  return [
    ...(subject.title ? [{ ...subject, title: subject.title }] : []),
    ...fields
      .filter((field) => !isClassification(field))
      .map((field) => ({
        id: field.name,
        title: title(field),
        body: entryList(
          readLinks(field).map((linkedEntry) => makeEntryRow(linkedEntry, targetKind(model, field)!, scope)),
          writer,
        ),
      })),
  ];
}

/** Number of links above which a list is grouped, if the linked kind has a grouping field. */
const MAX_UNGROUPED = 12;
/** Maximum number of entries that an ungrouped list shows. A link leads to the others. */
const MAX_LISTED = 8;

/** Returns sections for the links to an entry: the largest first, links from several kinds last. */
export function inverseSections(scope: EntryScope, without: ReadonlySet<string>): Section[] {
  const { model, kind, entry } = scope;
  const found = publicInverseLinks(model, kind)
    .filter(({ name }) => !without.has(name))
    .map((inverse) => ({ inverse, page: entry[inverse.name] as InversePage | null }))
    .flatMap(({ inverse, page }) => (page && page.totalCount > 0 ? [{ inverse, page }] : []));
  const named = new Set(
    found
      .filter(({ inverse }) => !inverse.mixed)
      .flatMap(({ page }) =>
        entriesOf(page)
          .slice(0, MAX_LISTED)
          .map(({ path }) => path),
      ),
  );
  // A list of links from several kinds is redundant if other lists on the page contain all of its entries.
  const isRedundant = ({ inverse, page }: { inverse: Inverse; page: InversePage }) =>
    Boolean(inverse.mixed) &&
    entriesOf(page).length === page.totalCount &&
    entriesOf(page).every((entry) => named.has(entry.path));
  return found
    .filter((candidate) => !isRedundant(candidate))
    .toSorted((a, b) => sectionRank(a) - sectionRank(b))
    .map(({ inverse, page }) => inverseSection(inverse, page, scope));
}

interface InversePage {
  totalCount: number;
  nodes?: readonly (LinkedEntry & EntryValues)[];
  edges?: readonly { node: LinkedEntry & EntryValues; via?: readonly EntryValues[] }[];
}

function entriesOf({ nodes, edges }: InversePage): readonly (LinkedEntry & EntryValues)[] {
  return nodes ?? edges?.map(({ node }) => node) ?? [];
}

function sectionRank({ inverse, page }: { inverse: Inverse; page: InversePage }): number {
  return inverse.mixed ? 1 : -page.totalCount;
}

function inverseSection(inverse: Inverse, page: InversePage, scope: EntryScope): Section {
  const { model, kind, writer } = scope;
  const linkedKind = targetKind(model, inverse);
  const read = entriesOf(page);
  const by = linkedKind && page.totalCount > MAX_UNGROUPED ? groupingField(model, linkedKind) : null;
  const list = linkedKind && listPath(inverse, linkedKind, scope);
  const linked = by ? read : read.slice(0, MAX_LISTED);
  const isTruncated = page.totalCount > linked.length;
  const row = (linkedEntry: LinkedEntry & EntryValues) =>
    linkedKind ? makeEntryRow(linkedEntry, linkedKind, scope) : { ...linkedEntry, meta: [] };
  return {
    id: inverse.name,
    title: fieldLabel(writer.messages, kind.name, inverse.name),
    more: isTruncated && seeAllLink(list, { shown: linked.length, all: page.totalCount }, writer),
    body: by
      ? groupedEntries(linked, by, {
          isComplete: page.totalCount === linked.length,
          // The heading of the group shows the value, so the rows omit it.
          row: (linkedEntry) => row({ ...linkedEntry, [by.name]: null }),
          writer,
        })
      : entryList(linked.map(row), writer),
  };
}

/** Renders entries grouped by an enum, the largest group first. Entries without a value are last. */
function groupedEntries(
  linked: readonly (LinkedEntry & EntryValues)[],
  by: Field,
  {
    isComplete,
    row,
    writer,
  }: { isComplete: boolean; row: (linkedEntry: LinkedEntry & EntryValues) => EntryRow; writer: PageWriter },
): Html {
  const groups = new Map<string, (LinkedEntry & EntryValues)[]>();
  for (const linkedEntry of linked) {
    const word = hasValue(linkedEntry[by.name]) ? String(linkedEntry[by.name]) : '';
    groups.set(word, [...(groups.get(word) ?? []), linkedEntry]);
  }
  const rank = ([word, { length }]: [string, readonly unknown[]]) => (word === '' ? 1 : -length);
  return html`<dl class="bykind">
    ${[...groups]
      .toSorted((a, b) => rank(a) - rank(b))
      .map(
        ([word, entries]) =>
          html`<dt>
              ${word === '' ? '–' : enumLabelHtml(word, by.type, writer)}
              ${isComplete && html`<span class="soft num">${writer.format.number(entries.length)}</span>`}
            </dt>
            <dd>${entryColumns(entries.map(row), writer)}</dd> `,
      )}
  </dl>`;
}

/** Returns the path of the list of all entries that link here; null if no list filter selects them. */
function listPath({ origins }: Inverse, linkedKind: Kind, { model, entry, writer }: EntryScope): string | null {
  const [origin, ...otherOrigins] = origins;
  const search = otherOrigins.length === 0 ? linkFilterParams(model, origin!, entry.slug) : null;
  return search && writer.path(`/${linkedKind.plural}`, search);
}

/** Renders the link to all entries that link here. Without a list, renders the numbers of shown and of all entries. */
function seeAllLink(
  list: string | null,
  { shown, all }: { shown: number; all: number },
  { labels, format }: PageWriter,
): Html {
  const number = format.number(all);
  if (list === null) return html`${format.number(shown)} / ${number}`;
  return html`<a href="${list}">${labels.seeAll} (${number})</a>`;
}

/** Returns a row with the first enum, link and date of an entry. Omits a link to the current page. */
export function makeEntryRow(
  entry: LinkedEntry & EntryValues,
  kind: Kind,
  { model, writer }: { model: Model; writer: PageWriter },
): EntryRow {
  const meta = rowFields(model, kind)
    .filter(({ name }) => hasValue(entry[name]))
    .flatMap((field) => {
      const value = entry[field.name];
      if (field.category === 'enum') return enumLabelHtml(String(value), field.type, writer);
      if (field.category === 'link') {
        const linked = value as LinkedEntry & EntryValues;
        if (linked.path === writer.address.path) return [];
        return writer.localised(
          writer.title(withShortTitle({ ...linked, acronym: linked[ACRONYM_FIELD] as string | undefined })),
        );
      }
      return field.type === SPAN_TYPE ? writer.dateSpan(value as EntryValues) : writer.date(String(value));
    });
  // Fields can have the same value, such as the level and the area of an EU law. It is shown once.
  const isNew = ({ text }: Html, index: number) => meta.findIndex((fact) => fact.text === text) === index;
  const citations = entry['citations'] as readonly { source: LinkedEntry }[] | undefined;
  const sources = new Map(citations?.map(({ source }) => [source.path, source] as const));
  const label = writer.localised(fieldLabel(writer.messages, kind.name, 'citations'));
  return {
    ...entry,
    meta: meta.filter(isNew),
    ...(sources.size > 0 && { sources: { label, entries: [...sources.values()] } }),
  };
}
