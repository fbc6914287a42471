import { contentWords } from './text-analysis.js';

interface NamedCountry {
  titles: Readonly<Record<string, string>>;
  names?: readonly string[];
  codes?: readonly string[];
}

const CODE = /(?<![\p{L}\p{N}])[A-Z]{2}(?![\p{L}\p{N}])/gu;

/** Names and codes of countries in all languages, for finding them in queries. */
export class CountryNames {
  /** Names by country key: words without stop words, between spaces. */
  private readonly names = new Map<string, readonly string[]>();
  /** For each country key, the title of the country by two-letter code. */
  private readonly codes = new Map<string, ReadonlyMap<string, string>>();

  put(key: string, { titles, names = [], codes = [] }: NamedCountry): void {
    const spacedNames = [...Object.values(titles), ...names].map((title) => spaced(contentWords(title)));
    this.names.set(
      key,
      spacedNames.filter((name) => name.trim() !== ''),
    );
    const [title = ''] = Object.values(titles);
    this.codes.set(key, new Map(codes.filter(({ length }) => length === 2).map((code) => [code, title])));
  }

  remove(key: string): void {
    this.names.delete(key);
    this.codes.delete(key);
  }

  keys(): string[] {
    return [...this.names.keys()];
  }

  /** Returns the countries whose whole name occurs in the words. Not stemmed: "islands" is not "Island" (Iceland). */
  namedIn(words: readonly string[]): Set<string> {
    const text = spaced(words);
    return new Set(this.keys().filter((key) => this.names.get(key)!.some((name) => text.includes(name))));
  }

  /** Replaces country codes such as EL by titles. Does not change texts entirely in capitals, except a single code. */
  expandCodes(text: string): string {
    if (text.trim().length !== 2 && !/\p{Ll}/u.test(text)) return text;
    return text.replace(CODE, (code) => [...this.codes.values()].find((own) => own.has(code))?.get(code) ?? code);
  }
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
