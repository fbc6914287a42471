import type { Html } from '../../html/html.js';
import type { TranslationFallback, PageWriter } from '../../html/page-writer.js';
import type { KeyFact, Section } from '../../html/section.js';
import type { LocalisedText } from '../../i18n/localised-text.js';

/** Values of an entry, by field name. */
export type EntryValues = Readonly<Record<string, unknown>>;

/** An entry, with the context for rendering a part of its page. */
export interface PartScope {
  entry: EntryValues;
  writer: PageWriter;
  kind: string;
}

/** Returns a text with its language, given the path of its field, such as `cooperation[0].note`. */
export function localisedAt({ entry, writer }: PartScope, path: string, text: string): LocalisedText {
  return { text, lang: writer.findLang(entry['translation'] as TranslationFallback | undefined, path) };
}

/** Additional sections of the pages of a kind. By default they are below the texts of the entry. */
export interface PagePart {
  /** GraphQL selection of entry fields for the sections. `$from` is the first year to show. */
  fields: string;
  /** Aliased root fields, added to the values of the entry. Variables: `$slug` of the entry, `$today`. */
  rootFields?: string;
  /** For downloading all figures of an entry: the fields to select, and a function that derives arguments from them. */
  download?: { fields: string; choose(entry: EntryValues): string };
  /** Fields that this part replaces. The generic page omits them. */
  replacesFields: readonly string[];
  /** Ids of the sections to print, for pages that must fit on one sheet. Default: all. */
  printedIds?: readonly string[];
  /** Whether the sections precede the texts. */
  precedesTexts?: boolean;
  /** Returns the sections; empty if the entry has no values for them. */
  sections(scope: PartScope): readonly Section[];
  /** Renders the line above the title. Default: the kind. */
  eyebrow?(scope: PartScope): Html;
  /** Returns key facts for the band below the header. */
  keyFacts?(scope: PartScope): readonly KeyFact[];
}
