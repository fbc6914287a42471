import {
  type Field,
  fieldByFormerName,
  findField,
  type Kind,
  type Model,
  type Shape,
  storedFields,
} from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import { suggestField } from './suggest-field.js';
import { suggestLanguage } from './language-code.js';
import type { ProblemPath, Report } from './problem.js';
import { normaliseText, reportCurlyQuotes } from './normalise-text.js';
import { asText, describeValue, enumTip, normaliseValue } from './normalise-value.js';
import { withArticle, quoteText, splitTypeName } from './message-text.js';

/** Maximum number of links in a list. The limit for other items is `MAX_ITEMS`. */
const MAX_LINKS = 100;
const MAX_ITEMS = 250;
/** Maximum number of unknown names per record that are compared with valid ones. */
const MAX_COMPARISONS = 100;

/**
 * Normalises a submitted record: fields in SDL order, texts by locale, absent lists empty, other absent fields omitted.
 * Reports all problems and omits invalid fields, so that rules can continue.
 */
export function normaliseRecord(
  model: Model,
  kind: Kind,
  raw: unknown,
  { originalLocale, report }: { originalLocale: string; report: Report },
): EntryRecord {
  return new RecordNormaliser(model, originalLocale, report).object(kind, raw, []) ?? {};
}

class RecordNormaliser {
  private comparisonCount = 0;
  /** Paths of fields that were submitted under another name. */
  private readonly misnamedPaths = new Set<string>();

  constructor(
    private readonly model: Model,
    private readonly originalLocale: string,
    private readonly report: Report,
  ) {}

  object(shape: Shape, raw: unknown, path: ProblemPath): EntryRecord | undefined {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      this.report.add(
        'VALUE_WRONG_TYPE',
        path,
        `${describeValue(raw)} is not a group of fields`,
        objectTip(shape, raw, path, this.report),
      );
      return undefined;
    }
    const values = this.withCurrentNames(shape, new Map(Object.entries(raw)), path);
    for (const key of values.keys()) this.checkKey(shape, key, path, values);
    const record: EntryRecord = {};
    for (const field of storedFields(shape)) {
      const value = this.field(shape, field, values.get(field.name) ?? null, [...path, field.name]);
      if (value !== undefined) record[field.name] = value;
    }
    return record;
  }

  /** Replaces former names of fields. Only files may use them. */
  private withCurrentNames(shape: Shape, values: Map<string, unknown>, path: ProblemPath): Map<string, unknown> {
    if (!this.report.isFromFile) return values;
    for (const { name, formerName } of storedFields(shape)) {
      if (formerName === null || !values.has(formerName) || values.has(name)) continue;
      values.set(name, values.get(formerName));
      values.delete(formerName);
      this.report.recordFormerName([...path, name], formerName);
    }
    return values;
  }

  private checkKey(shape: Shape, key: string, path: ProblemPath, values: ReadonlyMap<string, unknown>): void {
    const field = findField(shape, key);
    const at = [...path, key];
    if (!field) {
      const missingNames = storedFields(shape).flatMap(({ name }) => (values.has(name) ? [] : [name]));
      const textField = this.suggestText(shape, key);
      const suggestion = textField
        ? textField.field
        : (fieldByFormerName(shape, key)?.name ?? this.withinLimit(() => suggestField(key, missingNames)));
      if (suggestion) this.misnamedPaths.add([...path, suggestion].join('.'));
      const defaultTip =
        /\s/.test(key) && this.report.isFromFile
          ? 'if it continues the text above, indent it by two spaces'
          : fieldsTip(shape);
      const tip = textField?.tip ?? (suggestion ? `did you mean ${suggestion}?` : defaultTip);
      this.report.add('FIELD_UNKNOWN', at, 'unknown field', tip, { part: 'key' });
    } else if (field.computed) {
      const slugTip = this.report.isFromFile ? 'the name of the file is the slug' : 'send it in the argument "slug"';
      const tip = key === 'slug' ? slugTip : 'remove it';
      this.report.add('FIELD_COMPUTED', at, 'computed by the server, not written', tip, { part: 'key' });
    }
  }

  /** Returns the text field for a name with a locale, such as `title_fr`; null if there is none. */
  private suggestText(shape: Shape, key: string): { field: string; tip: string } | null {
    const keyText = key.toLowerCase().replace(/[^a-z]/g, '');
    for (const { name } of storedFields(shape).filter(({ localised, list }) => localised && !list)) {
      const locale = this.model.locales.find((locale) => keyText === `${name.toLowerCase()}${locale}`);
      if (locale === undefined) continue;
      const locales = [...new Set([this.originalLocale, locale])];
      const tip = this.report.isFromFile
        ? `write each language below ${name}: ${locales.map((locale) => `${locale}: …`).join(', ')}`
        : `send ${name} as an object with the languages ${locales.join(' and ')}`;
      return { field: name, tip };
    }
    return null;
  }

  /** Returns the result of a comparison with valid names; null after `MAX_COMPARISONS`. */
  private withinLimit(compare: () => string | null): string | null {
    this.comparisonCount += 1;
    return this.comparisonCount > MAX_COMPARISONS ? null : compare();
  }

  private field(shape: Shape, field: Field, raw: unknown, path: ProblemPath): unknown {
    if (field.nonEmpty && isEmpty(raw) && !this.misnamedPaths.has(path.join('.'))) {
      const tip = `the ${splitTypeName(shape.name)} needs at least one item in ${field.name}`;
      this.report.add('FIELD_MISSING', path, 'missing', tip, { part: 'key' });
    }
    if (raw === null) {
      if (field.list) return [];
      if (field.required && !this.misnamedPaths.has(path.join('.'))) {
        const code = field.link ? 'LINK_MISSING' : 'FIELD_MISSING';
        const enumHint = field.category === 'enum' ? `: ${enumTip(this.model, field)}` : '';
        this.report.add(
          code,
          path,
          'missing',
          `the ${splitTypeName(shape.name)} needs ${withArticle(splitTypeName(field.name))}${enumHint}`,
          { part: 'key' },
        );
      }
      return undefined;
    }
    return field.list ? this.list(field, raw, path) : this.readItem(field, raw, path);
  }

  private readItem(field: Field, raw: unknown, path: ProblemPath): unknown {
    if (reportCurlyQuotes(raw, path, this.report)) return undefined;
    if (field.category === 'object') return this.object(this.model.shape(field.type), raw, path);
    return field.localised
      ? this.localised(field, raw, path)
      : normaliseValue(this.model, field, raw, path, this.report);
  }

  private list(field: Field, raw: unknown, path: ProblemPath): unknown[] {
    if (!Array.isArray(raw)) {
      this.report.add(
        'VALUE_WRONG_TYPE',
        path,
        `${describeValue(raw)} is not a list`,
        listTip(field, raw, this.report),
      );
      return [];
    }
    const limit = field.link ? MAX_LINKS : MAX_ITEMS;
    if (raw.length > limit) {
      this.report.add('LIST_TOO_LONG', path, `${raw.length} items`, `at most ${limit}`);
      return [];
    }
    const items: unknown[] = [];
    const sourceIndexes: number[] = [];
    raw.forEach((rawItem: unknown, index) => {
      if (rawItem === null) {
        this.report.add('VALUE_WRONG_TYPE', [...path, index], 'an empty item', 'fill it in, or remove it');
        return;
      }
      const item = this.readItem(field, rawItem, [...path, index]);
      if (item === undefined) return;
      if (field.category !== 'object' && items.includes(item)) {
        this.report.add('ITEM_TWICE', [...path, index], `"${String(item)}" is already in the list`, 'remove it');
      } else {
        items.push(item);
        sourceIndexes.push(index);
      }
    });
    if (sourceIndexes.length < raw.length) this.report.recordSourceIndexes(path, sourceIndexes);
    return items;
  }

  /** Returns a tip for a localised field without text in the original language. */
  private originalTip({ name }: Field, texts: EntryRecord): string {
    const instruction = `add the ${splitTypeName(name)} in ${languageName(this.originalLocale)}`;
    const [otherLocale] = Object.keys(texts);
    return otherLocale === undefined ? instruction : `${instruction}, or set originalLocale to ${otherLocale}`;
  }

  private localised(field: Field, raw: unknown, path: ProblemPath): EntryRecord | undefined {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      const text = asText(raw, path, this.report);
      const normalisedText = text === undefined ? undefined : normaliseText(field, text, path, this.report);
      return normalisedText === undefined ? undefined : { [this.originalLocale]: normalisedText };
    }
    const textsByLocale = new Map(Object.entries(raw));
    for (const key of textsByLocale.keys()) {
      if (this.model.locales.includes(key)) continue;
      const tip = this.withinLimit(() => localeTip(key, this.model.locales));
      this.report.add('LOCALE_UNKNOWN', [...path, key], 'not a language of this knowledge base', tip, { part: 'key' });
    }
    const texts: EntryRecord = {};
    for (const locale of this.model.locales) {
      const value = textsByLocale.get(locale) ?? null;
      if (value === null || reportCurlyQuotes(value, [...path, locale], this.report)) continue;
      const text = asText(value, [...path, locale], this.report);
      const normalisedText =
        text === undefined ? undefined : normaliseText(field, text, [...path, locale], this.report);
      if (normalisedText !== undefined) texts[locale] = normalisedText;
    }
    // An unknown original language is reported separately.
    const isKnown = this.model.locales.includes(this.originalLocale);
    if (field.required && isKnown && (textsByLocale.get(this.originalLocale) ?? null) === null) {
      this.report.add(
        'LOCALE_MISSING',
        path,
        `no text in ${languageName(this.originalLocale)}`,
        this.originalTip(field, texts),
      );
    }
    return Object.keys(texts).length > 0 ? texts : undefined;
  }
}

function isEmpty(raw: unknown): boolean {
  return raw === null || (Array.isArray(raw) && raw.length === 0);
}

/** Returns a tip for a text in place of an object. In a list, suggests the object's first field if it is a link. */
function objectTip(shape: Shape, raw: unknown, path: ProblemPath, { isFromFile }: Report): string {
  const [firstField] = storedFields(shape);
  const isInList = typeof path.at(-1) === 'number';
  if (typeof raw !== 'string' || !isInList || !firstField?.link) return fieldsTip(shape);
  return isFromFile
    ? `write - ${firstField.name}: ${raw}`
    : `send an object with ${firstField.name}: ${quoteText(raw)}`;
}

/** List markers of word processors. */
const OTHER_LIST_MARKER = /(?:^|\s)(?:[-•·–—◦▪]|\d+[.)])\s*/;

function languageName(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
}

/** Returns a tip for a text in place of a list. Splits the text into items if the items are single words. */
function listTip({ name, category, type }: Field, raw: unknown, { isFromFile }: Report): string {
  if (!isFromFile) return 'send a list';
  const isWordList = category === 'link' || category === 'enum' || type === 'Language';
  const [before, first] = typeof raw === 'string' ? raw.trim().split(OTHER_LIST_MARKER) : [];
  if (before === '' && first) {
    return `write each on a line of its own, after a hyphen and a space: ${quoteText(`- ${first}`)}`;
  }
  if (typeof raw !== 'string' || !isWordList) return 'write each item after a hyphen';
  const words = raw.replace(/^\[(.*)\]$/, '$1').split(/\s*[,;]\s*/);
  return `write ${name}: [${words.join(', ')}]`;
}

function localeTip(localeText: string, locales: readonly string[]): string {
  const suggestion = suggestLanguage(localeText);
  return suggestion !== null && locales.includes(suggestion)
    ? `did you mean ${suggestion}?`
    : `one of ${locales.join(', ')}`;
}

/** Optional fields of all records, listed last in tips. */
const EDITOR_FIELDS = ['citations', 'note', 'editorNote', 'hiddenLabels', 'reviewedTranslations'];

function fieldsTip(shape: Shape): string {
  const fieldNames = storedFields(shape).map(({ name }) => name);
  const sortedNames = [
    ...fieldNames.filter((name) => !EDITOR_FIELDS.includes(name)),
    ...EDITOR_FIELDS.filter((name) => fieldNames.includes(name)),
  ];
  const listedNames = sortedNames.slice(0, 8).join(', ');
  return `${withArticle(splitTypeName(shape.name))} has ${listedNames}${sortedNames.length > 8 ? ' …' : ''}`;
}
