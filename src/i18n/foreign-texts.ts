import type { LocalisedText } from './localised-text.js';

/** Texts of a page in another language. */
export class ForeignTexts {
  private readonly texts: ReadonlyMap<string, string | null>;
  private found: RegExp | null | undefined;

  /** @param texts  also those in the language of the page, so that their parts are not mistaken */
  constructor(texts: Iterable<readonly [text: string, lang: string | null]>) {
    this.texts = new Map([...texts].map(([text, lang]) => [fold(text), lang]));
  }

  /** The language of a whole text; null for that of the page. */
  langOf(text: string): string | null {
    return this.texts.size === 0 ? null : (this.texts.get(fold(text)) ?? null);
  }

  /** Splits a composed text by language. */
  split(text: string): readonly LocalisedText[] {
    const lang = this.langOf(text);
    this.found ??= this.pattern();
    if (lang !== null || this.found === null) return [{ text, lang: lang }];
    const parts = text
      .split(this.found)
      .map((part, at) => ({ text: part, lang: at % 2 === 0 ? null : this.langOf(part) }));
    return parts.filter((part) => part.text !== '');
  }

  /** Matches known texts as whole words, longest first. */
  private pattern(): RegExp | null {
    if ([...this.texts.values()].every((lang) => lang === null)) return null;
    const requested = [...this.texts.keys()].filter((text) => text !== '');
    const any = requested.toSorted((one, other) => other.length - one.length).map(escapePattern);
    return new RegExp(`(?<![\\p{L}\\p{N}])(${any.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  }
}

export const NOTHING_FOREIGN = new ForeignTexts([]);

/** Ignores the capital letter of sentences. */
function fold(text: string): string {
  return text.toLowerCase();
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
