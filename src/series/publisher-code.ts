import { endsBefore } from '../model/iso-date.js';

/** A publisher's code for an area, valid in files from `from` to `to` (partial dates; null for an open end). */
export interface PublisherCode {
  publisher: string;
  code: string;
  from?: string | null;
  to?: string | null;
}

/** A meaning of a code, and the dates of the files in which it applies. */
export interface DatedMeaning extends Required<Omit<PublisherCode, 'code'>> {
  area: string;
}

/**
 * Selects the areas that a code means in a file.
 * @param day  date of the file's last change (YYYY-MM-DD); null for an undated file, in which all meanings apply.
 *   Undefined if there is no file: the newest current meanings apply, or else the newest former ones.
 * @returns distinct area codes, oldest meaning first
 */
export function areasForCode(meanings: readonly DatedMeaning[], day: string | null | undefined): string[] {
  const current = meanings.filter(({ to }) => to === null);
  const chosen =
    day === undefined
      ? newestMeanings(current.length > 0 ? current : meanings)
      : day === null
        ? meanings
        : meanings.filter(({ from, to }) => (from ?? '') <= day && (to === null || !endsBefore(to, day)));
  const ordered = [...chosen].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return [...new Set(ordered.map(({ area }) => area))];
}

function newestMeanings(meanings: readonly DatedMeaning[]): readonly DatedMeaning[] {
  const latestStart = meanings.reduce((latest, { from }) => ((from ?? '') > latest ? from! : latest), '');
  return meanings.filter(({ from }) => (from ?? '') === latestStart);
}

/** Returns the date at the start of a publisher's timestamp; null if there is none. */
export function dateOfTimestamp(timestamp: string | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(timestamp ?? '')?.[0] ?? null;
}
