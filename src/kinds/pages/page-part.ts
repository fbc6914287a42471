import type { Html } from '../../html/html.js';
import type { Fallback, PageWriter } from '../../html/page-writer.js';
import type { HeadFact, Section } from '../../html/section.js';
import type { LocalisedText } from '../../i18n/localised-text.js';

/** Values of an entry by field name. */
export type EntryValues = Readonly<Record<string, unknown>>;

export interface PartScope {
  entry: EntryValues;
  writer: PageWriter;
  kind: string;
}

/** A localised text with its language. @param path  as in `cooperation[0].note` */
export function withLang({ entry, writer }: PartScope, path: string, text: string): LocalisedText {
  return { text, lang: writer.findLang(entry['translation'] as Fallback | undefined, path) };
}

/** A part of the pages of a kind. By default it follows the texts. */
export interface PagePart {
  /** Selected fields of the kind; `$from` is the first year to show. */
  fields: string;
  /**
   * Selected root fields with aliases, added to the values of the entry; `$slug` is that of the entry, `$today` the
   * day.
   */
  rootFields?: string;
  /** Fields and arguments for downloading all figures of an entry. */
  ofFile?: { fields: string; choose(entry: EntryValues): string };
  /** Fields that the generic page leaves out. */
  inPlaceOf: readonly string[];
  /** For a one-sheet page: ids of the sections with space. */
  onPaper?: readonly string[];
  /** Whether it precedes the texts. */
  isFirst?: boolean;
  /** Empty where the entry has no values. */
  sections(scope: PartScope): readonly Section[];
  /** The line above the title; default: the kind. */
  eyebrow?(scope: PartScope): Html;
  /** Facts in the band below the header. */
  facts?(scope: PartScope): readonly HeadFact[];
}
