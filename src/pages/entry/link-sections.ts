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
  const chipFields = fields.filter(isClassification);
  const title = (field: Field) => fieldLabel(writer.messages, kind.name, field.name);
  const [firstField] = chipFields;
  const chipSection = {
    id: firstField?.name ?? '',
    title: chipFields.length > 1 ? inPageLanguage(writer.labels.whereAndWhat) : firstField && title(firstField),
    body: entryChips(chipFields.flatMap(readLinks), writer),
  };
  return [
    ...(chipSection.title ? [{ ...chipSection, title: chipSection.title }] : []),
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
const MAX_UNGROUPED_LINKS = 12;
/** Maximum number of entries that an ungrouped list shows. A link leads to the others. */
const MAX_LISTED_ENTRIES = 8;

/** Returns sections for the links to an entry: the largest first, links from several kinds last. */
export function inverseSections(scope: EntryScope, replaced: ReadonlySet<string>): Section[] {
  const { model, kind, entry } = scope;
  const nonEmptyPages = publicInverseLinks(model, kind)
    .filter(({ name }) => !replaced.has(name))
    .map((inverse) => ({ inverse, page: entry[inverse.name] as InversePage | null }))
    .flatMap(({ inverse, page }) => (page && page.totalCount > 0 ? [{ inverse, page }] : []));
  const listedPaths = new Set(
    nonEmptyPages
      .filter(({ inverse }) => !inverse.mixed)
      .flatMap(({ page }) =>
        listEntries(page)
          .slice(0, MAX_LISTED_ENTRIES)
          .map(({ path }) => path),
      ),
  );
  // A list of links from several kinds is redundant if other lists on the page contain all of its entries.
  const isRedundant = ({ inverse, page }: { inverse: Inverse; page: InversePage }) =>
    Boolean(inverse.mixed) &&
    listEntries(page).length === page.totalCount &&
    listEntries(page).every((entry) => listedPaths.has(entry.path));
  return nonEmptyPages
    .filter((candidate) => !isRedundant(candidate))
    .toSorted((a, b) => sectionRank(a) - sectionRank(b))
    .map(({ inverse, page }) => inverseSection(inverse, page, scope));
}

interface InversePage {
  totalCount: number;
  nodes?: readonly (LinkedEntry & EntryValues)[];
  edges?: readonly { node: LinkedEntry & EntryValues; via?: readonly EntryValues[] }[];
}

function listEntries({ nodes, edges }: InversePage): readonly (LinkedEntry & EntryValues)[] {
  return nodes ?? edges?.map(({ node }) => node) ?? [];
}

function sectionRank({ inverse, page }: { inverse: Inverse; page: InversePage }): number {
  return inverse.mixed ? 1 : -page.totalCount;
}

function inverseSection(inverse: Inverse, page: InversePage, scope: EntryScope): Section {
  const { model, kind, writer } = scope;
  const linkedKind = targetKind(model, inverse);
  const entries = listEntries(page);
  const groupBy = linkedKind && page.totalCount > MAX_UNGROUPED_LINKS ? groupingField(model, linkedKind) : null;
  const listUrl = linkedKind && listPath(inverse, linkedKind, scope);
  const shownEntries = groupBy ? entries : entries.slice(0, MAX_LISTED_ENTRIES);
  const isTruncated = page.totalCount > shownEntries.length;
  const toRow = (linkedEntry: LinkedEntry & EntryValues) =>
    linkedKind ? makeEntryRow(linkedEntry, linkedKind, scope) : { ...linkedEntry, meta: [] };
  return {
    id: inverse.name,
    title: fieldLabel(writer.messages, kind.name, inverse.name),
    more: isTruncated && seeAllLink(listUrl, { shown: shownEntries.length, all: page.totalCount }, writer),
    body: groupBy
      ? groupedEntries(shownEntries, groupBy, {
          isComplete: page.totalCount === shownEntries.length,
          // The heading of the group shows the value, so the rows omit it.
          row: (linkedEntry) => toRow({ ...linkedEntry, [groupBy.name]: null }),
          writer,
        })
      : entryList(shownEntries.map(toRow), writer),
  };
}

/** Renders entries grouped by an enum, the largest group first. Entries without a value are last. */
function groupedEntries(
  linked: readonly (LinkedEntry & EntryValues)[],
  groupBy: Field,
  {
    isComplete,
    row,
    writer,
  }: { isComplete: boolean; row: (linkedEntry: LinkedEntry & EntryValues) => EntryRow; writer: PageWriter },
): Html {
  const groups = new Map<string, (LinkedEntry & EntryValues)[]>();
  for (const linkedEntry of linked) {
    const value = hasValue(linkedEntry[groupBy.name]) ? String(linkedEntry[groupBy.name]) : '';
    groups.set(value, [...(groups.get(value) ?? []), linkedEntry]);
  }
  const rank = ([value, { length }]: [string, readonly unknown[]]) => (value === '' ? 1 : -length);
  return html`<dl class="bykind">
    ${[...groups]
      .toSorted((a, b) => rank(a) - rank(b))
      .map(
        ([value, entries]) =>
          html`<dt>
              ${value === '' ? '–' : enumLabelHtml(value, groupBy.type, writer)}
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
  listUrl: string | null,
  { shown, all }: { shown: number; all: number },
  { labels, format }: PageWriter,
): Html {
  const number = format.number(all);
  if (listUrl === null) return html`${format.number(shown)} / ${number}`;
  return html`<a href="${listUrl}">${labels.seeAll} (${number})</a>`;
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
  const isDistinct = ({ text }: Html, index: number) => meta.findIndex((fact) => fact.text === text) === index;
  const citations = entry['citations'] as readonly { source: LinkedEntry }[] | undefined;
  const sources = new Map(citations?.map(({ source }) => [source.path, source] as const));
  const label = writer.localised(fieldLabel(writer.messages, kind.name, 'citations'));
  return {
    ...entry,
    meta: meta.filter(isDistinct),
    ...(sources.size > 0 && { sources: { label, entries: [...sources.values()] } }),
  };
}
