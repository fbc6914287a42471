import { memoiseByObject } from '../memoise.js';
import { type Field, type Model, type Role, type Shape, storedFields } from '../model/model.js';
import { hasRole } from '../model/roles.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** Field of all entries that lists the locales whose translation was reviewed. */
const REVIEWED_FIELD = 'reviewedTranslations';

/** The translation of an entry into one locale. */
export interface Translation {
  locale: string;
  isOriginal: boolean;
  isReviewed: boolean;
  missing: readonly string[];
  stale: readonly string[];
  fellBackTo: string | null;
}

interface Text {
  /** Path of the text, as in the store: `sessions.0.title`. */
  key: string;
  texts: Readonly<Record<string, string>>;
}

/** The translations of an entry, restricted to the texts that a role may see. */
export class Translations {
  private cachedTexts: readonly Text[] | null = null;

  /** @param fields fields of the kind to consider: those of `textFields`, or a subset */
  constructor(
    private readonly model: Model,
    private readonly entry: StoredEntry,
    private readonly role: Role,
    private readonly fields: readonly Field[],
  ) {}

  /** The existing texts; computed on first access. */
  private get texts(): readonly Text[] {
    this.cachedTexts ??= this.findTexts();
    return this.cachedTexts;
  }

  private findTexts(): Text[] {
    const { model, entry, role, fields } = this;
    const texts: Text[] = [];
    for (const field of fields) addTexts(texts, { model, record: entry.record, role }, field, field.name);
    return texts;
  }

  /** The texts that exist in the original locale. */
  get originals(): readonly Text[] {
    return this.texts.filter((text) => existsIn(text, this.entry.originalLocale));
  }

  /** The locales that have at least one text; the original one first. */
  get locales(): readonly string[] {
    const { originalLocale } = this.entry;
    const otherLocales = this.model.locales.filter((locale) => locale !== originalLocale);
    return [originalLocale, ...otherLocales.filter((locale) => this.texts.some((text) => existsIn(text, locale)))];
  }

  /** Returns the state of the translation into a locale, even without text. @param fallbacks fallback locales, in order */
  translationInto(locale: string, fallbacks: readonly string[]): Translation {
    return new LazyTranslation(this, this.entry, locale, fallbacks);
  }
}

/** A translation into one locale. Its properties are computed on access, since a page reads few of them. */
class LazyTranslation implements Translation {
  private readonly missingTexts: readonly Text[];

  constructor(
    private readonly allTranslations: Translations,
    private readonly entry: StoredEntry,
    readonly locale: string,
    private readonly fallbacks: readonly string[],
  ) {
    this.missingTexts = this.isOriginal ? [] : allTranslations.originals.filter((text) => !existsIn(text, locale));
  }

  get isOriginal(): boolean {
    return this.locale === this.entry.originalLocale;
  }

  get isReviewed(): boolean {
    const reviewed = (this.entry.record[REVIEWED_FIELD] as readonly string[] | undefined) ?? [];
    return this.isOriginal || reviewed.includes(this.locale);
  }

  get missing(): readonly string[] {
    return this.missingTexts.map(formatTextPath);
  }

  get stale(): readonly string[] {
    const { originalLocale, textRevisions } = this.entry;
    const stale = this.allTranslations.originals.filter(({ key }) => {
      const revisions = textRevisions[key];
      return (revisions?.[this.locale] ?? Infinity) < (revisions?.[originalLocale] ?? 0);
    });
    return stale.map(formatTextPath);
  }

  get fellBackTo(): string | null {
    if (this.missingTexts.length === 0) return null;
    const has = (other: string) => this.missingTexts.some((text) => existsIn(text, other));
    return this.fallbacks.find(has) ?? this.entry.originalLocale;
  }
}

function existsIn({ texts }: Text, locale: string): boolean {
  return Object.hasOwn(texts, locale);
}

/** Returns the fields of a shape that are localised or can contain localised fields. Memoised. */
export const textFields = memoiseByObject((shape: Shape): readonly Field[] =>
  storedFields(shape).filter(({ localised, category }) => localised || category === 'object'),
);

/** Adds the texts in a field of a record or of an embedded object. */
function addTexts(
  texts: Text[],
  { model, record, role }: { model: Model; record: EntryRecord; role: Role },
  field: Field,
  key: string,
): void {
  const value = record[field.name];
  if (value == null || !hasRole(role, field.audience)) return;
  const add = (item: unknown, itemKey: string) => {
    if (field.localised) return void texts.push({ key: itemKey, texts: item as Record<string, string> });
    for (const part of textFields(model.shape(field.type)))
      addTexts(texts, { model, record: item as EntryRecord, role }, part, `${itemKey}.${part.name}`);
  };
  if (field.list) (value as unknown[]).forEach((item, index) => add(item, `${key}.${index}`));
  else add(value, key);
}

/** Formats the path of a text for people to read: `sessions[0].title`. */
function formatTextPath({ key }: Text): string {
  return key.includes('.') ? key.replace(/\.(\d+)(?=\.|$)/g, '[$1]') : key;
}
