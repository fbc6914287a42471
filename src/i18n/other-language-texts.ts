import type { LocalisedText } from './localised-text.js';

/** Texts of a page that are in other languages. */
export class OtherLanguageTexts {
  private readonly texts: ReadonlyMap<string, string | null>;
  private splitter: RegExp | null | undefined;

  /** @param texts with their languages; texts of the page (null) prevent marking parts of them as foreign */
  constructor(texts: Iterable<readonly [text: string, lang: string | null]>) {
    this.texts = new Map([...texts].map(([text, lang]) => [foldCase(text), lang]));
  }

  /** Returns the language of a complete text; null if it is that of the page. */
  langOf(text: string): string | null {
    return this.texts.size === 0 ? null : (this.texts.get(foldCase(text)) ?? null);
  }

  /** Splits a composed text by language. */
  split(text: string): readonly LocalisedText[] {
    const lang = this.langOf(text);
    this.splitter ??= this.buildPattern();
    if (lang !== null || this.splitter === null) return [{ text, lang }];
    const textParts = text
      .split(this.splitter)
      .map((part, index) => ({ text: part, lang: index % 2 === 0 ? null : this.langOf(part) }));
    return textParts.filter((part) => part.text !== '');
  }

  /** Returns a pattern that matches known texts as whole words, longest first; null if none is foreign. */
  private buildPattern(): RegExp | null {
    if ([...this.texts.values()].every((lang) => lang === null)) return null;
    const textsToFind = [...this.texts.keys()].filter((text) => text !== '');
    const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const alternatives = textsToFind.toSorted((a, b) => b.length - a.length).map(escape);
    return new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  }
}

export const NO_OTHER_LANGUAGE_TEXTS = new OtherLanguageTexts([]);

/** Folds the case, since a text can start a sentence. */
function foldCase(text: string): string {
  return text.toLowerCase();
}
