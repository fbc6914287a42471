/** A code of an area at a publisher, with the days of the files that use it so. Dates are partial; open ends are null. */
export interface PublisherCode {
  publisher: string;
  code: string;
  from?: string | null;
  to?: string | null;
}

/** An area that a code means, and since and until which files it does. */
export interface DatedMeaning {
  area: string;
  publisher: string;
  from: string | null;
  to: string | null;
}

/**
 * Selects the areas that a code can mean in a file.
 *
 * @param day  YYYY-MM-DD on which the file was last changed; null for a file without a date, where every meaning counts;
 *   undefined outside of files, where a meaning that still holds goes before those that have ended
 * @returns codes of areas, each once, the earliest meaning first
 */
export function meaningsOn(meanings: readonly DatedMeaning[], day: string | null | undefined): string[] {
  const current = meanings.filter(({ to }) => to === null);
  const chosen =
    day === undefined
      ? newest(current.length > 0 ? current : meanings)
      : day === null
        ? meanings
        : meanings.filter(({ from, to }) => (from ?? '') <= day && (to === null || day.slice(0, to.length) <= to));
  const ordered = [...chosen].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return [...new Set(ordered.map(({ area }) => area))];
}

/** Those that begin last. */
function newest(meanings: readonly DatedMeaning[]): readonly DatedMeaning[] {
  const last = meanings.reduce((latest, { from }) => ((from ?? '') > latest ? from! : latest), '');
  return meanings.filter(({ from }) => (from ?? '') === last);
}

/** A moment as a publisher writes it, as a day; null for what does not begin with one. */
export function dayOf(moment: string | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(moment ?? '')?.[0] ?? null;
}
