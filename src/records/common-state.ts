import { createHash } from 'node:crypto';
import type { Kind } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { ChangeLog, Revision } from '../store/log.js';
import { storedPart } from './relink.js';

/** What an entry is to be, as its files say or as the database has it. */
export interface EntryContent {
  status: string;
  originalLocale: string;
  record: EntryRecord;
}

/** The state of one entry that a content folder and a database last had in common. */
export interface BaseState {
  /** Its revision in the database. */
  revision: number;
  /** See contentDigest. */
  digest: string;
  /** The digest of its figures; null where it has none. */
  figures: string | null;
  /** When it was to be published, in ISO 8601; null where no time was set, absent where nobody noted it. */
  publishAt?: string | null;
}

/** What was last seeded or exported from a content folder, by `folder/slug`. Each clone of the folder has its own. */
export type FolderBase = ReadonlyMap<string, BaseState>;

/** A state that folder and database had in common, as the database has it. */
export interface CommonState extends BaseState {
  state: Revision;
}

/** Digests the content of an entry without its computed fields: the same for the same content. */
export function contentDigest(kind: Kind, { status, originalLocale, record }: EntryContent): string {
  const text = JSON.stringify([status, originalLocale, storedPart(kind, record)], inOrder);
  return createHash('sha256').update(text).digest('base64url');
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // An absent list is an empty one.
  const held = Object.entries(value).filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0));
  return Object.fromEntries(held.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Finds the state that a folder remembers of an entry, if this database has it; null where nothing is remembered, or
 * another database is.
 *
 * @param slug  the slug under which the folder has it
 */
export async function findCommon(
  log: Pick<ChangeLog, 'revisionsAt'>,
  kind: Kind,
  slug: string,
  remembered: BaseState | undefined,
): Promise<CommonState | null> {
  if (!remembered) return null;
  const [state] = await log.revisionsAt([{ kind: kind.name, slug, revision: remembered.revision }]);
  return state && contentDigest(kind, state) === remembered.digest ? { ...remembered, state } : null;
}
