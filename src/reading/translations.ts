import type { Field, Model, Role, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import { hasRole } from '../model/roles.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** The field of every entry that names the languages whose translation was reviewed. */
const REVIEWED = 'reviewedTranslations';

/** One language of an entry, as the contract has it. */
export interface Translation {
  locale: string;
  isOriginal: boolean;
  isReviewed: boolean;
  missing: readonly string[];
  stale: readonly string[];
  fellBackTo: string | null;
}

interface Text {
  /** As the store keeps it: `sessions.0.title`. */
  key: string;
  texts: Readonly<Record<string, string>>;
}

/** In which languages the texts of an entry are, as far as a role may see them. */
export class Translations {
  private found: readonly Text[] | null = null;

  /** @param fields of the kind, that are told of: those of `textFields`, or some of them */
  constructor(
    private readonly model: Model,
    private readonly entry: StoredEntry,
    private readonly role: Role,
    private readonly fields: readonly Field[],
  ) {}

  /** The texts that there are. */
  private get texts(): readonly Text[] {
    this.found ??= this.findTexts();
    return this.found;
  }

  private findTexts(): Text[] {
    const { model, entry, role, fields } = this;
    const texts: Text[] = [];
    for (const field of fields) addTexts(texts, { model, record: entry.record, role }, field, field.name);
    return texts;
  }

  /** Those of them that are in the original language. */
  get originals(): readonly Text[] {
    return this.texts.filter((text) => isIn(text, this.entry.originalLocale));
  }

  /** The languages that there is any text in, the original one first. */
  get locales(): readonly string[] {
    const { originalLocale } = this.entry;
    const others = this.model.locales.filter((each) => each !== originalLocale);
    return [originalLocale, ...others.filter((locale) => this.texts.some((text) => isIn(text, locale)))];
  }

  /**
   * Returns what there is of the entry in a language, whether or not that is any text.
   *
   * @param others the languages that stand in for it, best first; the original one comes last by itself
   */
  in(locale: string, others: readonly string[]): Translation {
    return new TranslationOf(this, this.entry, locale, others);
  }
}

/** One language of an entry; a page asks little of many of them, so that each part is worked out on asking. */
class TranslationOf implements Translation {
  private readonly lacking: readonly Text[];

  constructor(
    private readonly all: Translations,
    private readonly entry: StoredEntry,
    readonly locale: string,
    private readonly others: readonly string[],
  ) {
    this.lacking = this.isOriginal ? [] : all.originals.filter((text) => !isIn(text, locale));
  }

  get isOriginal(): boolean {
    return this.locale === this.entry.originalLocale;
  }

  get isReviewed(): boolean {
    const reviewed = (this.entry.record[REVIEWED] as readonly string[] | undefined) ?? [];
    return this.isOriginal || reviewed.includes(this.locale);
  }

  get missing(): readonly string[] {
    return this.lacking.map(readable);
  }

  get stale(): readonly string[] {
    const { originalLocale, textRevisions } = this.entry;
    const stale = this.all.originals.filter(({ key }) => {
      const revisions = textRevisions[key];
      return (revisions?.[this.locale] ?? Infinity) < (revisions?.[originalLocale] ?? 0);
    });
    return stale.map(readable);
  }

  get fellBackTo(): string | null {
    if (this.lacking.length === 0) return null;
    const has = (other: string) => this.lacking.some((text) => isIn(text, other));
    return this.others.find(has) ?? this.entry.originalLocale;
  }
}

function isIn({ texts }: Text, locale: string): boolean {
  return Object.hasOwn(texts, locale);
}

const TEXT_FIELDS = new WeakMap<Shape, readonly Field[]>();

/** The fields of a shape that are localised, or may hold what is. */
export function textFields(shape: Shape): readonly Field[] {
  const known = TEXT_FIELDS.get(shape);
  if (known) return known;
  const fields = storedFields(shape).filter(({ localised, nature }) => localised || nature === 'object');
  TEXT_FIELDS.set(shape, fields);
  return fields;
}

/** Adds the texts in a field of a record, or of what is embedded in one. */
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
  if (field.list) (value as unknown[]).forEach((item, at) => add(item, `${key}.${at}`));
  else add(value, key);
}

/** The place of a text as people read it: `sessions[0].title`. */
function readable({ key }: Text): string {
  return key.includes('.') ? key.replace(/\.(\d+)(?=\.|$)/g, '[$1]') : key;
}
