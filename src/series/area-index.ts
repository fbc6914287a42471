import { distance } from 'fastest-levenshtein';
import { foldText } from '../model/fold-text.js';
import type { AreaFacts } from './area-reader.js';
import { AreaReader } from './area-reader.js';

/** An area with all by which people know it. */
export interface AreaNames extends AreaFacts {
  slug: string;
}

/** How a code or a name was read. */
export interface Reading {
  area: AreaNames;
  /** By what it was found, in words. */
  matchedBy: string;
}

const MOST_SUGGESTIONS = 3;

/** The areas that have an entry, found by whatever people write. */
export class AreaIndex {
  private readonly codes: ReadonlyMap<string, AreaNames>;
  private readonly slugs: ReadonlyMap<string, AreaNames>;
  private readonly reader: AreaReader;

  constructor(readonly areas: readonly AreaNames[]) {
    this.codes = new Map(areas.map((area) => [area.code, area]));
    this.slugs = new Map(areas.map((area) => [area.slug, area]));
    this.reader = new AreaReader(areas);
  }

  /** The area with exactly this code. */
  byCode(code: string): AreaNames | undefined {
    return this.codes.get(code);
  }

  /** What is meant, or null. */
  read(text: string): Reading | null {
    const reading = this.reader.read(text);
    if (reading.outcome === 'AREA') return { area: this.codes.get(reading.code)!, matchedBy: reading.matchedBy };
    const area = this.slugs.get(text.trim().toLowerCase());
    return area ? { area, matchedBy: 'its slug' } : null;
  }

  /** The nearest codes and names, best first, at most three; of one area only the nearest. */
  suggestions(text: string): string[] {
    return this.near(text)
      .slice(0, MOST_SUGGESTIONS)
      .map(({ name }) => name);
  }

  /** The code of the area whose code or name is nearest to a text; undefined where none is near. */
  nearestCode(text: string): string | undefined {
    return this.near(text)[0]?.code;
  }

  /** The areas with a code or a name that is near to a text, the nearest first. */
  private near(text: string): { code: string; name: string; away: number }[] {
    const wanted = foldText(text.trim());
    return this.areas
      .map((area) => {
        const names = [area.code, ...area.codes.map(({ code }) => code), ...Object.values(area.titles)];
        const near = names.map((name) => ({ code: area.code, name, away: slips(wanted, foldText(name.trim())) }));
        return near.reduce((best, each) => (each.away < best.away ? each : best));
      })
      .filter(({ away }) => away < Infinity)
      .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
  }
}

/** How many slips of the pen lead from one text to another; infinitely many where they have too little in common. */
function slips(one: string, other: string): number {
  // Of two or three letters all but one must be right: codes are near to one another.
  const most = Math.max(1, Math.floor(Math.min(one.length, other.length) / 3));
  if (Math.abs(one.length - other.length) > most) return Infinity;
  const away = distance(one, other);
  return away <= most ? away : Infinity;
}
