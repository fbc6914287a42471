/** A publisher's code of an area, with the days of files that use it. Dates are partial; null ends are open. */
export interface PublisherCode {
  publisher: string;
  code: string;
  from?: string | null;
  to?: string | null;
}

/** A meaning of a code, with the days of files that it applies to. */
export interface DatedMeaning {
  area: string;
  publisher: string;
  from: string | null;
  to: string | null;
}

/**
 * Selects the areas that a code means in a file.
 *
 * @param day  YYYY-MM-DD of the file's last change; null for an undated file, where every meaning counts; undefined
 *   outside of files, where current meanings precede ended ones
 * @returns distinct area codes, earliest meaning first
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

function newest(meanings: readonly DatedMeaning[]): readonly DatedMeaning[] {
  const last = meanings.reduce((latest, { from }) => ((from ?? '') > latest ? from! : latest), '');
  return meanings.filter(({ from }) => (from ?? '') === last);
}

/** The day of a publisher's time stamp; null where it begins with none. */
export function dayOf(moment: string | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(moment ?? '')?.[0] ?? null;
}
