import type { Said } from './said.js';

/** Texts that a page, or a picture in it, shows in another language than its own, each with its language. */
export class ForeignTexts {
  private readonly texts: ReadonlyMap<string, string | null>;
  private found: RegExp | null | undefined;

  /** @param texts those that are known to be in the language of the page, too, so that no part of one is taken for another */
  constructor(texts: Iterable<readonly [text: string, lang: string | null]>) {
    this.texts = new Map([...texts].map(([text, lang]) => [fold(text), lang]));
  }

  /** The language of a text that is whole; null where it is that of the page. */
  langOf(text: string): string | null {
    return this.texts.size === 0 ? null : (this.texts.get(fold(text)) ?? null);
  }

  /** A text that was put together, in its parts: what is in another language stands alone. */
  split(text: string): readonly Said[] {
    const whole = this.langOf(text);
    this.found ??= this.pattern();
    if (whole !== null || this.found === null) return [{ text, lang: whole }];
    const parts = text
      .split(this.found)
      .map((part, at) => ({ text: part, lang: at % 2 === 0 ? null : this.langOf(part) }));
    return parts.filter((part) => part.text !== '');
  }

  /** What finds any of the texts within another, as whole words, the longest first. */
  private pattern(): RegExp | null {
    if ([...this.texts.values()].every((lang) => lang === null)) return null;
    const wanted = [...this.texts.keys()].filter((text) => text !== '');
    const any = wanted.toSorted((one, other) => other.length - one.length).map(escapePattern);
    return new RegExp(`(?<![\\p{L}\\p{N}])(${any.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  }
}

/** Where nothing is in another language. */
export const NOTHING_FOREIGN = new ForeignTexts([]);

/** Sentences begin with a capital letter, whatever they begin with. */
function fold(text: string): string {
  return text.toLowerCase();
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
