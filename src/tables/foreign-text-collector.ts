import { memoiseByObject } from '../memoise.js';
import {
  isLocalised,
  LOCALE_ARGUMENT,
  NODE_FIELD,
  PLAIN_TEXT_LOCALE_FIELDS,
  SUMMARY_LOCALE_FIELD,
  TITLE_LOCALE_FIELD,
  TRANSLATION_FIELD,
  VIA_FIELD,
} from './add-language-fields.js';
import { readProperty } from './table-cell.js';
import type { SelectedField } from './read-selection.js';

/** Names of fields whose texts exist only in English. */
const ENGLISH_FIELDS = [
  ...['unit', 'citation', 'attribution', 'note', 'locator', 'description', 'matchedBy'],
  ...['act', 'article', 'edition'],
];
/** Names of text fields, by the name of the field with their language. */
const TEXT_BY_LANGUAGE_FIELD: Readonly<Record<string, string>> = {
  [TITLE_LOCALE_FIELD]: 'title',
  [SUMMARY_LOCALE_FIELD]: 'summary',
};
/** Path prefix for texts of an unknown entry. */
const ANY_ENTRY = '*';

interface TextLanguage {
  locale: unknown;
  /** Path of the only text that the language applies to; null for all texts. */
  of: string | null;
  missing: readonly string[];
  fellBackTo: string | null;
}

/** Location of a text: the languages of the enclosing object, most specific first, and the path within the object. */
interface TextLocation {
  languages: readonly TextLanguage[];
  path: string;
}

/** Selected fields of an object: texts, languages of texts, the node of an edge, and locales of plain texts. */
interface ReadableFields {
  textFields: readonly SelectedField[];
  languageFields: readonly SelectedField[];
  node: SelectedField | undefined;
  plainTextLocales: readonly SelectedField[];
}

/** Collects texts of a response that are not in the requested language. */
export class ForeignTextCollector {
  private readonly foreign = new Map<string, string>();
  private readonly textsInLocale = new Set<string>();

  /** @param selection that of the query after `addLanguageFields` @param locale requested language */
  constructor(
    private readonly selection: readonly SelectedField[],
    private readonly locale: string,
  ) {}

  /** Collects the texts of a response or of one of its pages. */
  collect(data: unknown): void {
    this.read(this.selection, data, null);
  }

  /** Returns the language of each foreign text. Excludes texts that also occur in the requested language. */
  foreignTexts(): ReadonlyMap<string, string> {
    return new Map([...this.foreign].filter(([text]) => !this.textsInLocale.has(text)));
  }

  private read(subfields: readonly SelectedField[], item: unknown, enclosing: TextLocation | null): void {
    const fields = readableFieldsOf(subfields);
    if (fields.textFields.length === 0) return;
    const languages = this.readLanguages(fields, item);
    const location = languages.length > 0 ? { languages, path: '' } : enclosing;
    for (const selected of fields.textFields) {
      const value = readProperty(item, selected.key);
      if (value == null) continue;
      const { name, isConnection, isList } = selected;
      const plainTextLocale = fields.plainTextLocales.find(({ name }) => isPlainText(selected, name));
      if (plainTextLocale) {
        this.record(String(value), readProperty(item, plainTextLocale.key));
        continue;
      }
      if (name === VIA_FIELD && fields.node) {
        const ofNode = this.readLanguages(readableFieldsOf(fields.node.subfields), readProperty(item, NODE_FIELD));
        for (const item of [value].flat()) this.visitValue(selected, item, { languages: ofNode, path: ANY_ENTRY });
        continue;
      }
      const inner = isConnection ? null : location && { ...location, path: `${location.path}${name}` };
      if (!isList) {
        this.visitValue(selected, value, inner);
        continue;
      }
      for (const [index, item] of (value as unknown[]).entries()) {
        this.visitValue(selected, item, inner && { ...inner, path: `${inner.path}[${index}]` });
      }
    }
  }

  private visitValue(selected: SelectedField, value: unknown, location: TextLocation | null): void {
    if (value == null) return;
    if (selected.subfields.length > 0)
      this.read(selected.subfields, value, location && { ...location, path: `${location.path}.` });
    else if (!isLocalised(selected.field)) this.record(String(value), 'en');
    else if (location) this.addText(String(value), selected.args[LOCALE_ARGUMENT] ?? null, location);
  }

  private addText(text: string, requestedLanguage: unknown, { languages, path }: TextLocation): void {
    const found = languages.find(({ locale, of }) => locale === requestedLanguage && (of === null || of === path));
    if (!found) return;
    const { missing, fellBackTo } = found;
    const isMissing = path.startsWith(ANY_ENTRY)
      ? missing.some((missingPath) => missingPath.endsWith(path.slice(ANY_ENTRY.length)))
      : missing.includes(path);
    this.record(text, isMissing ? fellBackTo : (requestedLanguage ?? this.locale));
  }

  private record(text: string, lang: unknown): void {
    if (lang === this.locale) this.textsInLocale.add(text);
    else if (lang !== null) this.foreign.set(text, String(lang));
  }

  private readLanguages({ languageFields }: ReadableFields, item: unknown): TextLanguage[] {
    return languageFields.flatMap(({ name, key, args }): TextLanguage[] => {
      const value = readProperty(item, key);
      const languageField = TEXT_BY_LANGUAGE_FIELD[name];
      if (languageField !== undefined) {
        const missing = value === this.locale ? [] : [languageField];
        return typeof value === 'string' ? [{ locale: null, of: languageField, missing, fellBackTo: value }] : [];
      }
      const { missing, fellBackTo } = (value ?? {}) as Partial<TextLanguage>;
      if (!missing || fellBackTo === undefined) return [];
      return [{ locale: args[LOCALE_ARGUMENT] ?? null, of: null, missing, fellBackTo }];
    });
  }
}

/** Returns the fields to read of an object; cached by selection. */
const readableFieldsOf = memoiseByObject((subfields: readonly SelectedField[]): ReadableFields => {
  const weight = ({ name, args }: SelectedField) =>
    name in TEXT_BY_LANGUAGE_FIELD ? -1 : Number(args['inShort'] ?? false);
  const plainTextLocales = [...PLAIN_TEXT_LOCALE_FIELDS.keys()].flatMap(
    (name) => subfields.find((field) => field.name === name) ?? [],
  );
  return {
    textFields: subfields.filter(
      (selected) => hasTexts(selected) || plainTextLocales.some(({ name }) => isPlainText(selected, name)),
    ),
    languageFields: subfields
      .filter(({ name }) => name === TRANSLATION_FIELD || name in TEXT_BY_LANGUAGE_FIELD)
      .toSorted((a, b) => weight(a) - weight(b)),
    node: subfields.find(({ key, name }) => key === NODE_FIELD && name === NODE_FIELD),
    plainTextLocales,
  };
});

function hasTexts(selected: SelectedField): boolean {
  const { subfields, name, field, type } = selected;
  if (subfields.length === 0) return isLocalised(field) || (ENGLISH_FIELDS.includes(name) && type.name === 'String');
  return name !== TRANSLATION_FIELD && readableFieldsOf(subfields).textFields.length > 0;
}

/** Whether a field is a single text without a locale argument, whose language another field states. */
function isPlainText({ subfields, name, field, type, isList }: SelectedField, languageField: string): boolean {
  if (PLAIN_TEXT_LOCALE_FIELDS.get(languageField)?.includes(name) === false) return false;
  return subfields.length === 0 && !isList && type.name === 'String' && !isLocalised(field);
}
