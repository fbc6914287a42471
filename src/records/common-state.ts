import { createHash } from 'node:crypto';
import type { Kind } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { ChangeLog, Revision } from '../store/log.js';
import type { ProblemPath } from './problem.js';
import { withoutComputedFields } from './relink.js';
import { setAt } from './set-at.js';

/** Content of an entry in files or in the database. */
export interface EntryContent {
  status: string;
  originalLocale: string;
  record: EntryRecord;
}

/** A field that file and database changed differently, until an editor decides. */
interface ContestedField {
  at: ProblemPath;
  /** The last common value; null for none. */
  base: unknown;
}

/** The last common state of an entry in a content folder and a database. */
export interface BaseState {
  /** Revision in the database. */
  revision: number;
  digest: string;
  /** Absent where not noted. */
  status?: string;
  /** Digest of its figures; null for none. */
  figures: string | null;
  /** Publication time in ISO 8601; null for none, absent where not noted. */
  publishAt?: string | null;
  /** The published version, where this is a draft. */
  published?: Omit<BaseState, 'figures' | 'publishAt' | 'published'>;
  /** Fields that differ between folder and database. */
  contested?: readonly ContestedField[];
}

/** The common states of a clone of a content folder, by `folder/slug`. */
export type SyncState = ReadonlyMap<string, BaseState>;

/** Contested fields outside the record. */
const HEADERS = ['status', 'originalLocale'] as const;

export interface CommonState extends BaseState {
  /** The revision in the database, with the earlier values of contested fields. */
  state: Revision;
}

/** A digest of the content of an entry without computed fields. */
export function contentDigest(kind: Kind, { status, originalLocale, record }: EntryContent): string {
  const text = JSON.stringify([status, originalLocale, withoutComputedFields(kind, record)], inOrder);
  return createHash('sha256').update(text).digest('base64url');
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  // Absent lists count as empty.
  const held = Object.entries(value).filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0));
  return Object.fromEntries(held.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Finds the remembered state of an entry, if this database has it; else null.
 *
 * @param slug  its slug in the folder
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
