import { contentWords } from './analyse.js';

/** Names of countries in all languages, for finding them in queries. */
export class CountryNames {
  /** Names by country key: words without stop words, between spaces. */
  private readonly names = new Map<string, readonly string[]>();

  /** Adds the names of a country, by language. */
  put(key: string, titles: Readonly<Record<string, string>>): void {
    const names = Object.values(titles).map((title) => spaced(contentWords(title)));
    this.names.set(
      key,
      names.filter((name) => name.trim() !== ''),
    );
  }

  remove(key: string): void {
    this.names.delete(key);
  }

  keys(): string[] {
    return [...this.names.keys()];
  }

  /**
   * Returns the countries whose whole name occurs in the words. Words are not stemmed: "islands" must not match
   * "Island", the German name of Iceland.
   */
  namedIn(words: readonly string[]): Set<string> {
    const text = spaced(words);
    return new Set(this.keys().filter((key) => this.names.get(key)!.some((name) => text.includes(name))));
  }
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
