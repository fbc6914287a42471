import type { EntryValues } from '../../kinds/pages/page-part.js';
import type { Fallback, LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { Kind, Model } from '../../model/model.js';
import type { LocalisedText } from '../../i18n/localised-text.js';

export interface PageEntry extends EntryValues {
  slug: string;
  title: string;
  summary: string | null;
  summaryLocale?: string | null;
  note?: string | null;
  status: string;
  revision: number;
  updatedAt: string;
  sameAs: readonly string[];
  citation: string;
  translation: Fallback & { locale: string; isReviewed: boolean; stale: readonly string[] };
  translations: readonly { locale: string; isOriginal: boolean; missing: readonly string[] }[];
  citations: readonly PageCitation[];
  claims?: readonly PageClaim[];
}

interface PageCitation {
  source: LinkedEntry & { publisherName: string; url: string | null; publishedOn: string | null };
  locator: string | null;
  note: string | null;
}

/** A statement of an entry with a figure. */
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

/** The answer to the query of a page: the entry, and the needs of special parts. */
export interface PageAnswer extends EntryValues {
  entry: PageEntry | null;
}

/** The entry of an answer, with the needs of special parts among its values. */
export function pickEntry({ entry, ...beside }: PageAnswer): PageEntry | null {
  return entry && { ...entry, ...beside };
}

/** How a draft compares with its public state. */
export type DraftComparison = 'NO_PUBLIC_PAGE' | 'DIFFERS' | 'SAME';

/** An entry with all that renders its page. */
export class EntryScope {
  constructor(
    readonly model: Model,
    readonly kind: Kind,
    readonly entry: PageEntry,
    readonly writer: PageWriter,
    /** Absent for a public page. */
    readonly comparison?: DraftComparison,
  ) {}

  /** A localised text of the entry. @param path as in `sessions[0].title` */
  text(path: string, text: string): LocalisedText {
    const { entry, writer } = this;
    return { text, lang: path === 'summary' ? writer.summaryLang(entry) : writer.findLang(entry.translation, path) };
  }

  /** The locale of untranslated texts; null for that of the page. */
  get originalLang(): string | null {
    const { locale } = this.entry.translations.find(({ isOriginal }) => isOriginal)!;
    return locale === this.writer.locale ? null : locale;
  }
}
