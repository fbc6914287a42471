import { distance } from 'fastest-levenshtein';
import { foldText } from '../model/fold-text.js';
import { type AreaDefinition, AreaResolver } from './area-resolver.js';

/** An area that has an entry. */
export interface IndexedArea extends AreaDefinition {
  slug: string;
}

/** The area that a text means, and how it was matched. */
export interface AreaMatch {
  area: IndexedArea;
  /** How the area was matched, such as "its code" or "its slug". */
  matchedBy: string;
}

const MAX_SUGGESTIONS = 3;

/** Finds areas that have an entry, by code, name or slug. */
export class AreaIndex {
  private readonly codes: ReadonlyMap<string, IndexedArea>;
  private readonly slugs: ReadonlyMap<string, IndexedArea>;
  private readonly resolver: AreaResolver;

  constructor(readonly areas: readonly IndexedArea[]) {
    this.codes = new Map(areas.map((area) => [area.code, area]));
    this.slugs = new Map(areas.map((area) => [area.slug, area]));
    this.resolver = new AreaResolver(areas);
  }

  byCode(code: string): IndexedArea | undefined {
    return this.codes.get(code);
  }

  /** Returns the title of an area in the first available locale, else in English. Returns the code if there is none. */
  nameOf(code: string, locales: readonly string[]): string {
    const titles = this.codes.get(code)?.titles;
    return [...locales, 'en'].map((locale) => titles?.[locale]).find((title) => title !== undefined) ?? code;
  }

  match(text: string): AreaMatch | null {
    const result = this.resolver.resolve(text);
    if (result.outcome === 'AREA') return { area: this.codes.get(result.code)!, matchedBy: result.matchedBy };
    const area = this.slugs.get(text.trim().toLowerCase());
    return area ? { area, matchedBy: 'its slug' } : null;
  }

  /** Returns the most similar code or name of each of up to three areas, most similar first. */
  suggestions(text: string): string[] {
    return this.findSimilar(text)
      .slice(0, MAX_SUGGESTIONS)
      .map(({ name }) => name);
  }

  nearestCode(text: string): string | undefined {
    return this.findSimilar(text)[0]?.code;
  }

  private findSimilar(text: string): { code: string; name: string; distance: number }[] {
    const searchText = foldText(text.trim());
    return this.areas
      .map((area) => {
        const names = [area.code, ...area.codes.map(({ code }) => code), ...Object.values(area.titles)];
        const similarNames = names.map((name) => ({
          code: area.code,
          name,
          distance: editDistance(searchText, foldText(name.trim())),
        }));
        return similarNames.reduce((best, candidate) => (candidate.distance < best.distance ? candidate : best));
      })
      .filter(({ distance }) => distance < Infinity)
      .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  }
}

/** Returns the edit distance of two texts; infinity if they differ too much. */
function editDistance(a: string, b: string): number {
  // Short codes resemble each other, so they may have only one error.
  const maxDistance = Math.max(1, Math.floor(Math.min(a.length, b.length) / 3));
  if (Math.abs(a.length - b.length) > maxDistance) return Infinity;
  const difference = distance(a, b);
  return difference <= maxDistance ? difference : Infinity;
}
