import type { Html } from '../../html/html.js';
import type { Fallback, PageWriter } from '../../html/page-writer.js';
import type { Fact, Section } from '../../html/section.js';
import type { Said } from '../../words/said.js';

/** An entry as the contract gives it to its page, by the names of its fields. */
export type EntryValues = Readonly<Record<string, unknown>>;

/** What a part of a page is written with. */
export interface PartScope {
  entry: EntryValues;
  writer: PageWriter;
  /** The type name of the kind of the entry. */
  kind: string;
}

/** A localised text of an entry with its language. @param path as in `cooperation[0].note` */
export function withLang({ entry, writer }: PartScope, path: string, text: string): Said {
  return { text, lang: writer.findLang(entry['translation'] as Fallback | undefined, path) };
}

/** What is special about the page of a kind. What is not in the place of something stands behind its texts. */
export interface PagePart {
  /** What it asks of the contract, as fields of the kind; `$from` is the year from which figures are shown. */
  asks: string;
  /**
   * What it asks beside the entry, as fields of the root under names of its own, which then stand among the values of the
   * entry; `$slug` is that of the entry, `$today` the day.
   */
  asksBeside?: string;
  /** What has to be known before all figures of an entry are asked for as a file, and the arguments that follow from it. */
  ofFile?: { asks: string; choose(entry: EntryValues): string };
  /** The fields, and the fields that links from elsewhere add, which the page from the model then leaves out. */
  inPlaceOf: readonly string[];
  /** For a page that prints on one sheet: the sections that there is room for, by their ids. */
  onPaper?: readonly string[];
  /** Whether it stands before the texts of the entry. */
  isFirst?: boolean;
  /** None where the entry has nothing for it. */
  sections(scope: PartScope): readonly Section[];
  /** The line above the title, in place of the name of the kind. */
  eyebrow?(scope: PartScope): Html;
  /** For the band under the head of the page. */
  facts?(scope: PartScope): readonly Fact[];
}
