import type { Refusal } from '../datasets/accepted.js';
import type { Vintage, VintageDate } from '../store/figures.js';

const HOW: Readonly<Record<VintageDate['dateOf'], string>> = {
  UPDATE: 'updated',
  RETRIEVAL: 'retrieved',
  NOT_BEFORE: 'not before',
};

/** The option of `import` and `refresh` that lets older files in. */
export const acceptOlderArg = {
  type: 'boolean',
  description: 'Let files replace an edition that is newer than they are.',
} as const;

/**
 * Returns why files are refused that are older than the newest edition of an indicator; null where they are not. An
 * edition always becomes the newest one, so an older file replaces newer figures.
 *
 * @param files null where neither an update nor a retrieval is known
 */
export function olderRefusal(
  files: VintageDate | null,
  newest: Pick<Vintage, 'date' | 'dateOf'> | undefined,
): Refusal | null {
  if (files === null || newest === undefined || newest.dateOf === 'WRITING') return null;
  // A date can be known by its year or month alone.
  const isOlder = files.date.slice(0, newest.date.length) < newest.date.slice(0, files.date.length);
  if (!isOlder) return null;
  const [own, other] = [`${HOW[files.dateOf]} ${files.date}`, `${HOW[newest.dateOf]} ${newest.date}`];
  return {
    reason: `the files (${own}) are older than the newest edition (${other}), which they would replace`,
    options: '--accept-older',
  };
}
