import { createHash } from 'node:crypto';
import type { Kind } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { ChangeLog, Revision } from '../store/log.js';
import type { Path } from './problem.js';
import { storedPart } from './relink.js';
import { setAt } from './set-at.js';

/** What an entry is to be, as its files say or as the database has it. */
export interface EntryContent {
  status: string;
  originalLocale: string;
  record: EntryRecord;
}

/** A field that file and database changed in different ways, until an editor decides. */
interface ContestedField {
  at: Path;
  /** The last value that both had; null for none. */
  base: unknown;
}

/** The state of one entry that a content folder and a database last had in common. */
export interface BaseState {
  /** Its revision in the database. */
  revision: number;
  /** See contentDigest. */
  digest: string;
  /** Absent where nobody noted it. */
  status?: string;
  /** The digest of its figures; null where it has none. */
  figures: string | null;
  /** When it was to be published, in ISO 8601; null where no time was set, absent where nobody noted it. */
  publishAt?: string | null;
  /** The public version beside this revision, where this is a newer draft. */
  published?: Omit<BaseState, 'figures' | 'publishAt' | 'published'>;
  /** The fields that the folder does not have in common with this revision. */
  contested?: readonly ContestedField[];
}

/** What was last seeded or exported from a content folder, by `folder/slug`. Each clone of the folder has its own. */
export type FolderBase = ReadonlyMap<string, BaseState>;

/** The contested fields that are no part of the record. */
const HEADERS = ['status', 'originalLocale'] as const;

/** A state that folder and database had in common. */
export interface CommonState extends BaseState {
  /** The revision of the database, with the earlier value of each contested field. */
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
  if (!state || contentDigest(kind, state) !== remembered.digest) return null;
  return { ...remembered, state: (remembered.contested ?? []).reduce(withEarlierValue, state) };
}

function withEarlierValue(state: Revision, { at, base }: ContestedField): Revision {
  const header = HEADERS.find((name) => name === at[0]);
  return header ? { ...state, [header]: base } : { ...state, record: setAt(state.record, at, base) };
}
