import type { ImportRefusal } from '../datasets/accepted-problems.js';
import type { Vintage, VintageDate } from '../store/figures.js';
import { endsBefore } from '../model/iso-date.js';

const DATE_LABELS: Readonly<Record<VintageDate['dateOf'], string>> = {
  UPDATE: 'updated',
  RETRIEVAL: 'retrieved',
  NOT_BEFORE: 'not before',
};

export const acceptOlderFlag = {
  type: 'boolean',
  description: 'Allow files to replace an edition that is newer than they are.',
} as const;

/** Returns the refusal of files older than the newest edition, else null. @param files their date; null if unknown */
export function olderEditionProblem(
  files: VintageDate | null,
  newest: Pick<Vintage, 'date' | 'dateOf'> | undefined,
): ImportRefusal | null {
  if (files === null || newest === undefined || newest.dateOf === 'WRITING') return null;
  // Compares the ends of the dates, because a date may be only a year or a month.
  const isOlder = endsBefore(files.date, newest.date);
  if (!isOlder) return null;
  const [ownDate, other] = [
    `${DATE_LABELS[files.dateOf]} ${files.date}`,
    `${DATE_LABELS[newest.dateOf]} ${newest.date}`,
  ];
  return {
    reason: `the files (${ownDate}) are older than the newest edition (${other}), which they would replace`,
    options: '--accept-older',
  };
}
