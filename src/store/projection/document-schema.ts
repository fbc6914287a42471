import { shortDigest } from '../../model/digest.js';
import type { Model } from '../../model/model.js';
import { LOG_FORMAT } from '../log/log-document.js';
import type { Database } from '../connection/database.js';
import type { StateDocument } from '../documents/small-documents.js';
import { READ_OPTIONS } from '../connection/database.js';
import type { CollectionIndexes } from './indexes.js';
import { createCollectionIndexes, planIndexes } from './indexes.js';
import type { KindPlans } from '../documents/kind-plan.js';
import { refuseRenamed } from './renamed-kinds.js';
import type { Projector } from './projector.js';

/** Version of the index fields. Increment when they are computed differently. */
const SHAPING = 4;
const FORM_STATE = 'form';
/** `_id` of the progress of servers without document schema versions. */
const FORMER_PROGRESS = 'projection';

interface FormState extends StateDocument {
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
  /** Number of the schema, 1-based; 0 for readers. */
  number: number;
  /** Format of the log if it is newer than the one of this server; else null. */
  newerFormat: number | null;
  progress: Progress;
}

export function progressId(form: number): string {
  return `projection:${form}`;
}

/**
 * Migrates a database to the document schema of a model: creates indexes, and extends documents.
 *
 * Servers with other schemas may write at the same time or later. Each schema has its own progress and extends the
 * documents of the others.
 *
 * @throws AppError MODEL_INVALID a folder contains entries of a renamed kind
 */
export async function migrateDocuments(
  database: Database,
  model: Model,
  plans: KindPlans,
  projection: Projector,
): Promise<DocumentSchema> {
  const indexes = planIndexes(model, plans);
  const digest = computeDigest(model, plans, indexes);
  const before = await readForms(database);
  const newerFormat = newerThanOurs(before);
  if (newerFormat !== null) return { number: 0, newerFormat, progress: await newestProgress(database, before) };
  const known = before?.forms?.indexOf(digest) ?? -1;
  const progress = known < 0 ? null : await readProgress(database, known + 1);
  if (progress) {
    projection.form = known + 1;
    return settle(database, indexes, before!, known + 1, progress);
  }

  await refuseRenamed(database, model);
  const number = await claim(database, digest);
  const from = await newestProgress(database, before);
  const isFirst = !before?.forms && from.sequence === undefined;
  await createCollectionIndexes(database, indexes, { drops: isFirst });
  projection.form = number;
  if (!isFirst) await projection.reshape();
  const begun: Progress = { _id: progressId(number), sequence: from.sequence ?? 0, keepsIndexes: !isFirst };
  if (from.mark !== undefined) begun.mark = from.mark;
  const { _id, ...rest } = begun;
  await database.state.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
  return { number, newerFormat: null, progress: begun };
}

/** Completes the migration to a schema that is already registered. */
async function settle(
  database: Database,
  indexes: CollectionIndexes[],
  { forms }: FormState,
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

/** Reads the newest progress of any schema, for readers. */
export async function readDocumentSchema(database: Database): Promise<DocumentSchema> {
  const state = await readForms(database);
  return { number: 0, newerFormat: newerThanOurs(state), progress: await newestProgress(database, state) };
}

function newerThanOurs(state: FormState | null): number | null {
  const format = state?.format ?? 1;
  return format > LOG_FORMAT ? format : null;
}

function computeDigest(model: Model, plans: KindPlans, indexes: CollectionIndexes[]): string {
  const leaves = [...plans.values()].map(({ kind, facets, sorts, links }) => [
    kind.name,
    [...facets, ...sorts, ...links].map(({ name }) => name),
  ]);
  const renamed = [...model.kinds, ...model.embedded].flatMap(({ name: shape, fields }) =>
    fields.flatMap(({ name, formerName }) => (formerName === null ? [] : [[shape, formerName, name]])),
  );
  return shortDigest([SHAPING, LOG_FORMAT, indexes, leaves, model.locales, ...renamed]);
}

async function readForms(database: Database): Promise<FormState | null> {
  return database.state.findOne({ _id: FORM_STATE }, READ_OPTIONS);
}

async function readProgress(database: Database, form: number): Promise<Progress | null> {
  return database.state.findOne({ _id: progressId(form) }, READ_OPTIONS);
}

/** Returns the progress of the newest document schema. It covers the most kinds. */
async function newestProgress(database: Database, state: FormState | null): Promise<Progress> {
  for (let form = state?.forms?.length ?? 0; form > 0; form -= 1) {
    const progress = await readProgress(database, form);
    if (progress) return progress;
  }
  return (await database.state.findOne({ _id: FORMER_PROGRESS }, READ_OPTIONS)) ?? { _id: FORMER_PROGRESS };
}

/** Registers a schema unless it exists. Returns its number. */
async function claim(database: Database, digest: string): Promise<number> {
  await database.state.updateOne({ _id: FORM_STATE }, { $max: { format: LOG_FORMAT } } as object, { upsert: true });
  await database.state.updateOne(
    { _id: FORM_STATE, forms: { $ne: digest } } as object,
    { $push: { forms: digest } } as object,
  );
  const { forms } = (await readForms(database))!;
  return forms!.indexOf(digest) + 1;
}
