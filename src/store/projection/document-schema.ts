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

/** Raise it when index fields are computed in another way. */
const SHAPING = 4;
const FORM_STATE = 'form';
/** `_id` of the progress of servers before forms existed. */
const FORMER_PROGRESS = 'projection';

interface FormState extends StateDocument {
  /** Digests of forms, oldest first. Documents refer to a form by its number, counted from 1. */
  forms?: string[];
  /** The newest log format of any server that opened the database; default 1. */
  format?: number;
}

/** Progress of a form: all batches up to the position are applied. */
interface Progress extends StateDocument {
  sequence?: number;
  /** Identifies the batch at the position. */
  mark?: string;
  /** On a new form: the indexes of older forms are kept until the next start. */
  keepsIndexes?: boolean;
  /** Set while the collections are being emptied. */
  isClearing?: boolean;
}

/** The shape of documents for a model. */
export interface DocumentSchema {
  /** Counted from 1. */
  number: number;
  /** The format of the log where it is newer than this server reads, else null. */
  newerFormat: number | null;
  progress: Progress;
}

export function progressId(form: number): string {
  return `projection:${form}`;
}

/**
 * Brings a database into the form of a model: creates indexes, and extends documents.
 *
 * Servers of other forms may write at the same time or later: each form has its own progress and extends what others
 * wrote.
 *
 * @throws AppError MODEL_INVALID  a folder holds entries of a renamed kind
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

/** Completes a form that existed before. */
async function settle(
  database: Database,
  indexes: CollectionIndexes[],
  { forms }: FormState,
  number: number,
  progress: Progress,
): Promise<DocumentSchema> {
  // A newer form may have dropped indexes of this one.
  if (number < forms!.length) await createCollectionIndexes(database, indexes, { drops: false });
  if (progress.keepsIndexes && number === forms!.length) {
    await createCollectionIndexes(database, indexes, { drops: true });
    await database.state.updateOne({ _id: progress._id }, { $set: { keepsIndexes: false } });
  }
  return { number, newerFormat: null, progress };
}

/** Reads the newest progress of any form, for readers. */
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

/** The newest form knows the most kinds, so its progress leaves out the least. */
async function newestProgress(database: Database, state: FormState | null): Promise<Progress> {
  for (let form = state?.forms?.length ?? 0; form > 0; form -= 1) {
    const progress = await readProgress(database, form);
    if (progress) return progress;
  }
  return (await database.state.findOne({ _id: FORMER_PROGRESS }, READ_OPTIONS)) ?? { _id: FORMER_PROGRESS };
}

/** Returns the number of a form, a new one after all others. */
async function claim(database: Database, digest: string): Promise<number> {
  await database.state.updateOne({ _id: FORM_STATE }, { $max: { format: LOG_FORMAT } } as object, { upsert: true });
  await database.state.updateOne(
    { _id: FORM_STATE, forms: { $ne: digest } } as object,
    { $push: { forms: digest } } as object,
  );
  const { forms } = (await readForms(database))!;
  return forms!.indexOf(digest) + 1;
}
