import { group } from 'd3-array';
import { contentWords } from './text-analysis.js';

interface NamedCountry {
  titles: Readonly<Record<string, string>>;
  names?: readonly string[];
  codes?: readonly string[];
}

const CODE = /(?<![\p{L}\p{N}])[A-Z]{2}(?![\p{L}\p{N}])/gu;

/** Names and codes of countries in all languages, for finding them in queries. */
export class CountryNames {
  /** Names by country key, without stop words, with a space before and after. */
  private readonly names = new Map<string, readonly string[]>();
  /** By country key: the two-letter codes of the country, each with its title. */
  private readonly codes = new Map<string, ReadonlyMap<string, string>>();
  /** The names with their country keys, by first word; null after a change. */
  private byFirstWord: ReadonlyMap<string, readonly { key: string; name: string }[]> | null = null;

  put(key: string, { titles, names = [], codes = [] }: NamedCountry): void {
    this.byFirstWord = null;
    const spacedNames = [...Object.values(titles), ...names].map((title) => padWithSpaces(contentWords(title)));
    this.names.set(
      key,
      spacedNames.filter((name) => name.trim() !== ''),
    );
    const [title = ''] = Object.values(titles);
    this.codes.set(key, new Map(codes.filter(({ length }) => length === 2).map((code) => [code, title])));
  }

  remove(key: string): void {
    this.byFirstWord = null;
    this.names.delete(key);
    this.codes.delete(key);
  }

  keys(): string[] {
    return [...this.names.keys()];
  }

  /** Returns the countries whose whole name occurs in the words. Not stemmed: "islands" is not "Island" (Iceland). */
  namedIn(words: readonly string[]): Set<string> {
    const text = padWithSpaces(words);
    const names = (this.byFirstWord ??= this.groupNames());
    const candidates = words.flatMap((word) => names.get(word) ?? []);
    return new Set(candidates.filter(({ name }) => text.includes(name)).map(({ key }) => key));
  }

  private groupNames() {
    const allNames = [...this.names].flatMap(([key, names]) => names.map((name) => ({ key, name })));
    return group(allNames, ({ name }) => name.split(' ')[1]!);
  }

  /** Replaces country codes such as EL by titles. Does not change texts entirely in capitals, except a single code. */
  expandCodes(text: string): string {
    if (text.trim().length !== 2 && !/\p{Ll}/u.test(text)) return text;
    return text.replace(CODE, (code) => [...this.codes.values()].find((titles) => titles.has(code))?.get(code) ?? code);
  }
}

function padWithSpaces(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
