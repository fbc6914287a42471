import { distance } from 'fastest-levenshtein';

/** An area with all by which people know it. */
export interface AreaNames {
  /** Type name of its kind. */
  kind: string;
  slug: string;
  /** The code that is given on output. */
  code: string;
  /** Other codes, each with what it is in words, as in "its three-letter code". */
  otherCodes: readonly { code: string; what: string }[];
  /** By locale. */
  titles: Readonly<Record<string, string>>;
}

/** How a code or a name was read. */
export interface Reading {
  area: AreaNames;
  /** By what it was found, in words. */
  matchedBy: string;
}

const MOST_SUGGESTIONS = 3;

/**
 * Finds areas by whatever people write: codes first, then other publishers' codes, then names in any language.
 * Case, accents and blanks around do not count.
 */
export class AreaIndex {
  private readonly readings = new Map<string, Reading>();
  private readonly codes = new Map<string, AreaNames>();

  constructor(readonly areas: readonly AreaNames[]) {
    for (const area of areas) this.codes.set(area.code, area);
    // In this order: a code of its own counts more than what a publisher calls another area.
    for (const area of areas) this.put(area.code, area, 'its code');
    for (const area of areas) for (const { code, what } of area.otherCodes) this.put(code, area, what);
    for (const area of areas) this.put(area.slug, area, 'its slug');
    for (const area of areas) {
      for (const [locale, title] of Object.entries(area.titles)) this.put(title, area, `its name (${locale})`);
    }
  }

  /** The area with exactly this code. */
  byCode(code: string): AreaNames | undefined {
    return this.codes.get(code);
  }

  /** What is meant, or null. */
  read(text: string): Reading | null {
    return this.readings.get(folded(text)) ?? null;
  }

  /** The nearest codes and names, best first, at most three; of one area only the nearest. */
  suggestions(text: string): string[] {
    const wanted = folded(text);
    const nearest = this.areas
      .map((area) => {
        const names = [area.code, ...area.otherCodes.map(({ code }) => code), ...Object.values(area.titles)];
        const near = names.map((name) => ({ name, away: slips(wanted, folded(name)) }));
        return near.reduce((best, each) => (each.away < best.away ? each : best));
      })
      .filter(({ away }) => away < Infinity)
      .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
    return nearest.slice(0, MOST_SUGGESTIONS).map(({ name }) => name);
  }

  private put(name: string, area: AreaNames, matchedBy: string): void {
    const key = folded(name);
    if (!this.readings.has(key)) this.readings.set(key, { area, matchedBy });
  }
}

function folded(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many slips of the pen lead from one text to another; infinitely many where they have too little in common. */
function slips(one: string, other: string): number {
  // Of two or three letters all but one must be right: codes are near to one another.
  const most = Math.max(1, Math.floor(Math.min(one.length, other.length) / 3));
  if (Math.abs(one.length - other.length) > most) return Infinity;
  const away = distance(one, other);
  return away <= most ? away : Infinity;
}
