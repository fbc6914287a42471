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
  const names = await database.collectionNames();
  const folders = names.filter(
    (name) => !RESERVED_COLLECTIONS.includes(name) && !name.includes('.') && !name.startsWith('system.'),
  );
  // A kind that only has drafts has only a drafts collection.
  const draftFolders = names
    .filter((name) => name.endsWith(DRAFTS_SUFFIX))
    .map((name) => name.slice(0, -DRAFTS_SUFFIX.length));
  const kinds: UnknownKind[] = [];
  for (const folder of [...new Set([...folders, ...draftFolders])].sort()) {
    const kind = model.kinds.find((candidate) => candidate.folder === folder);
    if (kind && isRegistered) continue;
    for (const name of await readKinds(database, folder)) {
      if (kind && name === storedKindName(kind)) continue;
      kinds.push({ kind: name, folder, folderOwner: kind?.name ?? null, entries: await count(database, folder, name) });
    }
  }
  return kinds;
}

/** Rejects a model if a kind's folder contains stored entries of a different kind. @throws AppError MODEL_INVALID */
export async function rejectRenamedKinds(database: Database, model: Model): Promise<void> {
  const names = new Set(await database.collectionNames());
  const usedKinds = model.kinds.filter(({ folder }) => names.has(folder) || names.has(draftCollectionName(folder)));
  for (const kind of usedKinds) {
    const { name, folder } = kind;
    const otherKind = (await readKinds(database, folder)).find((kindName) => kindName !== storedKindName(kind));
    if (otherKind !== undefined)
      throw new AppError('MODEL_INVALID', renamedKindMessage({ kind: otherKind, folder, folderOwner: name }));
  }
}

function renamedKindMessage({ kind, folder, folderOwner }: Omit<UnknownKind, 'entries'>): string {
  return (
    `The folder "${folder}" of ${folderOwner} contains entries of ${kind} in the database. If ${folderOwner} is the new name of ${kind}, ` +
    `add @renamed(from: "${kind}") to type ${folderOwner}. Otherwise use another folder for ${folderOwner}.`
  );
}

/** Returns the kinds of the entries of a folder. Reads one published entry and one draft. */
async function readKinds(database: Database, folder: string): Promise<string[]> {
  const options = { ...READ_OPTIONS, projection: { kind: 1 } };
  const documents = await Promise.all(
    [database.entries(folder), database.drafts(folder)].map((collection) => collection.findOne({}, options)),
  );
  return [...new Set(documents.flatMap((document) => document?.kind ?? []))];
}

async function count(database: Database, folder: string, kind: string): Promise<number> {
  const filter = { kind, status: { $in: ['PUBLISHED', 'DRAFT'] as const } };
  const entryCount = await database.entries(folder).count({ ...filter, superseded: { $exists: false } }, READ_OPTIONS);
  return entryCount + (await database.drafts(folder).count(filter, READ_OPTIONS));
}
