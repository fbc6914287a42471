import type { EntryValues } from '../../kinds/pages/page-part.js';
import type { TranslationFallback, LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { Quotation } from '../../html/quotation.js';
import type { Kind, Model } from '../../model/model.js';
import type { LocalisedText } from '../../i18n/localised-text.js';

/** Data of an entry in the GraphQL response from which its page is rendered. */
export interface PageEntry extends EntryValues {
  slug: string;
  title: string;
  summary: string | null;
  summaryLocale?: string | null;
  note?: string | null;
  status: string;
  revision: number;
  updatedAt: string;
  checkedOn?: string | null;
  reviewBy?: string | null;
  sameAs: readonly string[];
  citation: string;
  translation: TranslationFallback & { locale: string; isReviewed: boolean; stale: readonly string[] };
  translations: readonly { locale: string; isOriginal: boolean; missing: readonly string[] }[];
  citations: readonly PageCitation[];
  claims?: readonly PageClaim[];
}

interface PageCitation extends Quotation {
  source: LinkedEntry & { publisherName: string; url: string | null; publishedOn: string | null };
  locator: string | null;
  note: string | null;
}

/** A claim of an entry: a figure that it quotes, compared with the latest edition. */
export interface PageClaim {
  statement: string;
  value: number;
  status: string;
  now: number | null;
  period: string;
  observation: { flags: readonly string[]; sources: readonly LinkedEntry[] } | null;
  indicator: LinkedEntry & { unit: string };
  area: LinkedEntry;
}

/** The response to `entryQuery`: the entry, and the root fields of page parts. */
export interface EntryPageResponse extends EntryValues {
  entry: PageEntry | null;
}

/** Returns the entry of a response, with the other root fields as further values; null without an entry. */
export function toPageEntry({ entry, ...otherParts }: EntryPageResponse): PageEntry | null {
  return entry && { ...entry, ...otherParts };
}

/** How a draft compares with its public page. */
export type DraftComparison = 'NO_PUBLIC_PAGE' | 'DIFFERS' | 'SAME';

/** An entry, with the context for rendering its page. */
export class EntryScope {
  constructor(
    readonly model: Model,
    readonly kind: Kind,
    readonly entry: PageEntry,
    readonly writer: PageWriter,
    /** How the draft compares with its public page; absent for a public page. */
    readonly comparison?: DraftComparison,
  ) {}

  /** Returns the localised text at a path of the entry, such as `sessions[0].title`, with its language. */
  text(path: string, text: string): LocalisedText {
    const { entry, writer } = this;
    return { text, lang: path === 'summary' ? writer.summaryLang(entry) : writer.findLang(entry.translation, path) };
  }

  /** Locale in which the entry was written, as a `lang` attribute; null if it is that of the page. */
  get originalLang(): string | null {
    const { locale } = this.entry.translations.find(({ isOriginal }) => isOriginal)!;
    return locale === this.writer.locale ? null : locale;
  }
}
