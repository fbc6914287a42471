import type { Document } from 'mongodb';
import { foldText } from '../../model/fold-text.js';
import type { Field, Model, Shape } from '../../model/model.js';
import { valueAt, valuesAt } from '../../model/record-path.js';
import { chooseComparison, ENTRY_METADATA_PATHS, type KindPlan, type PlannedSort } from './kind-plan.js';
import { parsePartialDate } from './partial-date-range.js';
import type { EntryRecord } from '../entries.js';
import { yearOf } from '../../model/iso-date.js';

/**
 * Index fields of a document, for filters, sorting, facets and inverse links.
 *
 * `find` has the filter and sort fields in the structure of the record, so that conditions can match one list element.
 * Texts are folded. A localised text has the folded text that is shown in each locale; `raw` has the existing texts,
 * the original one as `own`. A PartialDate has its `first` and `last` day. Absent values and empty lists are omitted.
 *
 * `links` has the distinct slugs of each link, as in `links.topics` or `links.sessions/topics`. Links at the top level
 * of the record are only there; those of embedded objects are also in `find`.
 *
 * `facets` has the distinct values of each facet; a localised text has its original as `own`.
 *
 * `sort` has the sort keys `up` and `down` of optional fields and dates. They sort absent values last. A draft without
 * a value that publishing requires sorts last in ascending order.
 */
export interface IndexFields {
  find: Document;
  links: Record<string, string[]>;
  facets: Record<string, unknown[]>;
  sort: Document;
}

/** Sort key that sorts after all other texts. */
const LAST_TEXT = '\u{10FFFF}';
const FIRST_TEXT = '';
const MAX_DATE_MS = 8.64e15;

/** Computes the index fields of a record that includes its computed fields. */
export function computeIndexFields(
  model: Model,
  plan: KindPlan,
  record: EntryRecord,
  entry: { originalLocale: string; publishedAt: Date | null },
): IndexFields {
  const builder = new IndexFieldsBuilder(model, entry.originalLocale);
  return {
    find: builder.indexRecord(plan, record),
    links: omitEmptyLists(plan.links.map(({ name, path }) => [name, distinct(valuesAt(record, path)) as string[]])),
    facets: omitEmptyLists(
      plan.facets.map(({ name, path, leaf }) => [name, facetValues(leaf, valuesAt(record, path), entry)]),
    ),
    sort: Object.fromEntries(
      plan.sorts.flatMap((sort) => {
        if (omitsSortKey(sort)) return [];
        const value = sort.path[0]! in ENTRY_METADATA_PATHS ? entry.publishedAt : (valueAt(record, sort.path) ?? null);
        return [[sort.name, builder.indexSortKeys(sort, value)]];
      }),
    ),
  };
}

/** Whether `sort` contains no keys for a field, because lists are sorted by its value in `find` or in the metadata. */
export function omitsSortKey({ path, isAlwaysSet, comparison }: PlannedSort): boolean {
  return path[0]! in ENTRY_METADATA_PATHS ? path[0] !== 'publishedAt' : isAlwaysSet && comparison !== 'partialDate';
}

function facetValues(
  leaf: Field,
  values: readonly unknown[],
  { originalLocale }: { originalLocale: string },
): unknown[] {
  if (leaf.type === 'PartialDate') return distinct((values as string[]).map(yearOf));
  if (!leaf.localised) return distinct(values);
  return (values as Record<string, string>[]).map((texts) => ({ ...texts, own: texts[originalLocale] }));
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function omitEmptyLists<T>(pairs: [string, T[]][]): Record<string, T[]> {
  return Object.fromEntries(pairs.filter(([, values]) => values.length > 0));
}

/** Builds `find` and the sort keys of a record. */
class IndexFieldsBuilder {
  constructor(
    private readonly model: Model,
    private readonly originalLocale: string,
  ) {}

  indexRecord(plan: KindPlan, record: EntryRecord): Document {
    const fields = this.indexShape(plan.kind, record, (field) => !(field.name in ENTRY_METADATA_PATHS) && !field.link);
    for (const sort of plan.sorts) {
      const name = sort.path[0]!;
      if (omitsSortKey(sort) && !(name in ENTRY_METADATA_PATHS)) fields[name] ??= this.lastSortKey(sort);
    }
    return fields;
  }

  indexSortKeys(sort: PlannedSort, value: unknown): Document {
    if (sort.comparison !== 'localised') return sortKeys(sort.leaf, this.indexValue(sort.leaf, value));
    const texts = value === null ? {} : this.indexTexts(value as Record<string, string>);
    return Object.fromEntries(this.model.locales.map((locale) => [locale, sortKeys(sort.leaf, texts[locale] ?? null)]));
  }

  private indexShape(shape: Shape, value: EntryRecord, isIncluded: (field: Field) => boolean = () => true): Document {
    const fields: Document = {};
    for (const field of shape.fields) {
      if (!(field.filter || field.sort) || !isIncluded(field)) continue;
      const fieldValue = value[field.name];
      if (fieldValue === null || fieldValue === undefined || (Array.isArray(fieldValue) && fieldValue.length === 0))
        continue;
      fields[field.name] = Array.isArray(fieldValue)
        ? fieldValue.map((item) => this.indexValue(field, item))
        : this.indexValue(field, fieldValue);
    }
    return fields;
  }

  private indexValue(field: Field, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (field.category === 'object') return this.indexShape(this.model.shape(field.type), value as EntryRecord);
    switch (chooseComparison(field)) {
      case 'text':
        return foldText(String(value));
      case 'localised':
        return this.indexTexts(value as Record<string, string>);
      case 'partialDate':
        return parsePartialDate(String(value));
      case 'dateTime':
        return new Date(value as string | Date);
      default:
        return value;
    }
  }

  private indexTexts(texts: Record<string, string | null | undefined>): Document {
    const raw: Record<string, string> = {};
    for (const [locale, text] of Object.entries(texts)) if (text != null) raw[locale] = foldText(text);
    const originalText = raw[this.originalLocale];
    const served = this.model.locales.flatMap((locale) => {
      const text = raw[locale] ?? raw[this.model.locales[0]!] ?? originalText;
      return text === undefined ? [] : [[locale, text]];
    });
    return { ...Object.fromEntries(served), raw: originalText === undefined ? raw : { ...raw, own: originalText } };
  }

  private lastSortKey(sort: PlannedSort): unknown {
    if (sort.comparison !== 'localised') return sortKeys(sort.leaf, null).up;
    return Object.fromEntries(this.model.locales.map((locale) => [locale, LAST_TEXT]));
  }
}

/** Returns the ascending and descending sort keys of a value. Absent values sort last in both directions. */
export function sortKeys(field: Field, value: unknown): { up: unknown; down: unknown } {
  const key = sortKey(value);
  if (key !== null) return { up: key, down: key };
  if (field.type === 'DateTime') return { up: new Date(MAX_DATE_MS), down: new Date(-MAX_DATE_MS) };
  if (['Int', 'Float', 'Boolean'].includes(field.type)) return { up: Infinity, down: -Infinity };
  return { up: LAST_TEXT, down: FIRST_TEXT };
}

function sortKey(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'object' && 'first' in value && 'last' in value) {
    return `${String(value.first)}/${String(value.last)}`;
  }
  return value;
}
