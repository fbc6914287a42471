import { isStopWord, tokens } from './analyse.js';

/** What countries are called, in all languages, as it is looked for in queries. */
export class CountryNames {
  /** By key: the words of each name, without stop words, between spaces. */
  private readonly names = new Map<string, readonly string[]>();

  /** Learns what a country is called. @param titles by language */
  put(key: string, titles: Readonly<Record<string, string>>): void {
    const names = Object.values(titles).map((title) =>
      spaced(
        tokens(title)
          .map(({ word }) => word)
          .filter((word) => !isStopWord(word)),
      ),
    );
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

  /** The keys of the countries one of whose names stands in some words whole, as it is written: "islands" is no Island. */
  namedIn(words: readonly string[]): Set<string> {
    const text = spaced(words);
    return new Set(this.keys().filter((key) => this.names.get(key)!.some((name) => text.includes(name))));
  }
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
