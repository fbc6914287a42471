import { shortDigest } from '../../model/digest.js';
import type { Model } from '../../model/model.js';
import { LOG_FORMAT } from '../log/log-document.js';
import type { StateDocument } from '../documents/document-types.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import { type CollectionIndexes, createCollectionIndexes, planIndexes } from './indexes.js';
import type { KindPlans } from '../documents/kind-plan.js';
import { rejectRenamedKinds } from './unknown-kinds.js';
import type { Projector } from './projector.js';

/** Version of the index fields. Increment when they are computed differently. */
const INDEX_FIELDS_VERSION = 4;
const SCHEMA_STATE_ID = 'form';
/** `_id` of the progress of servers without document schema versions. */
const LEGACY_PROGRESS_ID = 'projection';

interface SchemaState extends StateDocument {
  /** Digests of document schemas, oldest first. Documents refer to a schema by its 1-based position. */
  forms?: string[];
  /** Newest log format of any server that opened the database. Default: 1. */
  format?: number;
}

/** Progress of a document schema: all batches up to the position are projected. */
interface Progress extends StateDocument {
  sequence?: number;
  /** Fingerprint of the batch at the position. */
  mark?: string;
  /** Set for a new schema: the indexes of older schemas remain until the next start. */
  keepsIndexes?: boolean;
  /** Set while the collections are being emptied. */
  isClearing?: boolean;
}

/** Document schema of a model, as registered in the database. */
export interface DocumentSchema {
  /** Number of the schema, 1-based; 0 if this process does not project. */
  number: number;
  /** Format of the log if it is newer than the one of this server; else null. */
  newerFormat: number | null;
  progress: Progress;
}

export function projectionProgressId(number: number): string {
  return `projection:${number}`;
}

/**
 * Migrates a database to the document schema of a model. Servers with other schemas may write at the same time or
 * later: each schema has its own progress and extends the documents of the others.
 * @throws AppError MODEL_INVALID a folder contains entries of a renamed kind
 */
export async function migrateDocuments(
  database: Database,
  model: Model,
  plans: KindPlans,
  projector: Projector,
): Promise<DocumentSchema> {
  const indexes = planIndexes(model, plans);
  const digest = schemaDigest(model, plans, indexes);
  const state = await readSchemaState(database);
  const newerFormat = newerLogFormat(state);
  if (newerFormat !== null) return { number: 0, newerFormat, progress: await readNewestProgress(database, state) };
  const knownIndex = state?.forms?.indexOf(digest) ?? -1;
  const progress = knownIndex < 0 ? null : await readProgress(database, knownIndex + 1);
  if (progress) {
    projector.schemaNumber = knownIndex + 1;
    return completeMigration(database, indexes, state!, knownIndex + 1, progress);
  }

  await rejectRenamedKinds(database, model);
  const number = await registerSchema(database, digest);
  const lastProgress = await readNewestProgress(database, state);
  const isFirst = !state?.forms && lastProgress.sequence === undefined;
  await createCollectionIndexes(database, indexes, { drops: isFirst });
  projector.schemaNumber = number;
  if (!isFirst) await projector.migrate();
  const initialProgress: Progress = {
    _id: projectionProgressId(number),
    sequence: lastProgress.sequence ?? 0,
    keepsIndexes: !isFirst,
  };
  if (lastProgress.mark !== undefined) initialProgress.mark = lastProgress.mark;
  const { _id, ...otherFields } = initialProgress;
  await database.state.updateOne({ _id }, { $setOnInsert: otherFields }, { upsert: true });
  return { number, newerFormat: null, progress: initialProgress };
}

/** Completes the migration to a schema that is already registered. */
async function completeMigration(
  database: Database,
  indexes: CollectionIndexes[],
  { forms }: SchemaState,
  number: number,
  progress: Progress,
): Promise<DocumentSchema> {
  // A newer schema may have dropped indexes of this one.
  if (number < forms!.length) await createCollectionIndexes(database, indexes, { drops: false });
  if (progress.keepsIndexes && number === forms!.length) {
    await createCollectionIndexes(database, indexes, { drops: true });
    await database.state.updateOne({ _id: progress._id }, { $set: { keepsIndexes: false } });
  }
  return { number, newerFormat: null, progress };
}

/** Returns the progress of the newest registered schema, for a store that is opened read-only. */
export async function readDocumentSchema(database: Database): Promise<DocumentSchema> {
  const state = await readSchemaState(database);
  return { number: 0, newerFormat: newerLogFormat(state), progress: await readNewestProgress(database, state) };
}

/** Whether the document schema of a model is registered. If so, no folder contains entries of a renamed kind. */
export async function isSchemaRegistered(database: Database, model: Model, plans: KindPlans): Promise<boolean> {
  const state = await readSchemaState(database);
  return state?.forms?.includes(schemaDigest(model, plans, planIndexes(model, plans))) ?? false;
}

function newerLogFormat(state: SchemaState | null): number | null {
  const format = state?.format ?? 1;
  return format > LOG_FORMAT ? format : null;
}

function schemaDigest(model: Model, plans: KindPlans, indexes: CollectionIndexes[]): string {
  const leafNames = [...plans.values()].map(({ kind, facets, sorts, links }) => [
    kind.name,
    [...facets, ...sorts, ...links].map(({ name }) => name),
  ]);
  const renames = [...model.kinds, ...model.embedded].flatMap(({ name: shape, fields }) =>
    fields.flatMap(({ name, formerName }) => (formerName === null ? [] : [[shape, formerName, name]])),
  );
  return shortDigest([INDEX_FIELDS_VERSION, LOG_FORMAT, indexes, leafNames, model.locales, ...renames]);
}

async function readSchemaState(database: Database): Promise<SchemaState | null> {
  return database.state.findOne({ _id: SCHEMA_STATE_ID }, READ_OPTIONS);
}

async function readProgress(database: Database, number: number): Promise<Progress | null> {
  return database.state.findOne({ _id: projectionProgressId(number) }, READ_OPTIONS);
}

/** Returns the stored progress of the newest document schema that has any; else the legacy progress. */
async function readNewestProgress(database: Database, state: SchemaState | null): Promise<Progress> {
  for (let number = state?.forms?.length ?? 0; number > 0; number -= 1) {
    const progress = await readProgress(database, number);
    if (progress) return progress;
  }
  return (await database.state.findOne({ _id: LEGACY_PROGRESS_ID }, READ_OPTIONS)) ?? { _id: LEGACY_PROGRESS_ID };
}

/** Registers a schema unless it exists. Returns its number. */
async function registerSchema(database: Database, digest: string): Promise<number> {
  await database.state.updateOne({ _id: SCHEMA_STATE_ID }, { $max: { format: LOG_FORMAT } } as object, {
    upsert: true,
  });
  await database.state.updateOne(
    { _id: SCHEMA_STATE_ID, forms: { $ne: digest } } as object,
    { $push: { forms: digest } } as object,
  );
  const { forms } = (await readSchemaState(database))!;
  return forms!.indexOf(digest) + 1;
}
