import { AppError } from '../../errors.js';
import { RESERVED_COLLECTIONS } from '../collection-names.js';
import type { Model } from '../../model/model.js';
import { type Database, draftCollectionName, READ_OPTIONS } from '../connection/database.js';
import type { UnknownKind } from '../store.js';
import { storedKindName } from '../documents/stored-kind-name.js';

const DRAFTS_SUFFIX = draftCollectionName('');

/**
 * Returns the kinds with stored entries that the model does not contain, ordered by folder.
 * @param isRegistered whether the schema of the model is registered, so that its own folders need no check
 */
export async function findUnknownKinds(
  database: Database,
  model: Model,
  isRegistered: boolean,
): Promise<UnknownKind[]> {
  const names = await database.collections();
  const folders = names.filter(
    (name) => !RESERVED_COLLECTIONS.includes(name) && !name.includes('.') && !name.startsWith('system.'),
  );
  // A kind that only has drafts has only a drafts collection.
  const ofDrafts = names
    .filter((name) => name.endsWith(DRAFTS_SUFFIX))
    .map((name) => name.slice(0, -DRAFTS_SUFFIX.length));
  const found: UnknownKind[] = [];
  for (const folder of [...new Set([...folders, ...ofDrafts])].sort()) {
    const kind = model.kinds.find((candidate) => candidate.folder === folder);
    if (kind && isRegistered) continue;
    for (const name of await kindsIn(database, folder)) {
      if (kind && name === storedKindName(kind)) continue;
      found.push({ kind: name, folder, folderOwner: kind?.name ?? null, entries: await count(database, folder, name) });
    }
  }
  return found;
}

/** Rejects a model if a kind's folder contains stored entries of a different kind. @throws AppError MODEL_INVALID */
export async function rejectRenamedKinds(database: Database, model: Model): Promise<void> {
  const existing = new Set(await database.collections());
  const used = model.kinds.filter(({ folder }) => existing.has(folder) || existing.has(draftCollectionName(folder)));
  for (const kind of used) {
    const { name, folder } = kind;
    const other = (await kindsIn(database, folder)).find((stored) => stored !== storedKindName(kind));
    if (other !== undefined)
      throw new AppError('MODEL_INVALID', renamedKindMessage({ kind: other, folder, folderOwner: name }));
  }
}

function renamedKindMessage({ kind, folder, folderOwner }: Omit<UnknownKind, 'entries'>): string {
  return (
    `The folder "${folder}" of ${folderOwner} contains entries of ${kind} in the database. If ${folderOwner} is the new name of ${kind}, ` +
    `add @renamed(from: "${kind}") to type ${folderOwner}. Otherwise use another folder for ${folderOwner}.`
  );
}

/** Returns the kinds of the entries of a folder. Reads one published entry and one draft. */
async function kindsIn(database: Database, folder: string): Promise<string[]> {
  const options = { ...READ_OPTIONS, projection: { kind: 1 } };
  const found = await Promise.all(
    [database.entries(folder), database.drafts(folder)].map((collection) => collection.findOne({}, options)),
  );
  return [...new Set(found.flatMap((document) => document?.kind ?? []))];
}

async function count(database: Database, folder: string, kind: string): Promise<number> {
  const live = { kind, status: { $in: ['PUBLISHED', 'DRAFT'] as const } };
  const published = await database.entries(folder).count({ ...live, superseded: { $exists: false } }, READ_OPTIONS);
  return published + (await database.drafts(folder).count(live, READ_OPTIONS));
}
