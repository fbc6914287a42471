import { shortDigest } from '../../model/digest.js';
import type { Model } from '../../model/model.js';
import { FORMAT } from '../log/log-document.js';
import type { Database } from '../connection/database.js';
import type { StateDocument } from '../documents/small-documents.js';
import { READ } from '../connection/database.js';
import type { CollectionIndexes } from './indexes.js';
import { createIndexes, planIndexes } from './indexes.js';
import type { KindPlans } from '../documents/kind-plan.js';
import { refuseRenamed } from './renamed-kinds.js';
import type { Projection } from './projection.js';

/** Raised when what documents keep beside their records is computed in another way than before. */
const SHAPING = 4;
const FORM_STATE = 'form';
/** What a server of before there were forms says of its progress. */
const FORMER_PROGRESS = 'projection';

/** The forms that the database has seen. */
interface FormState extends StateDocument {
  /** Digests, the oldest first. The place of one, counted from 1, is what documents shaped by it say. */
  forms?: string[];
  /** The newest format of any server that has opened the database; 1 where nothing is said. */
  format?: number;
}

/** How far a form's documents are: all batches up to the place are applied, in this form or in a newer one. */
interface Progress extends StateDocument {
  sequence?: number;
  /** What the batch at the place is known by again. */
  mark?: string;
  /** On a form that has begun when there was another: indexes that only the other needs are dropped at the next start. */
  keepsIndexes?: boolean;
  /** From before the collections are emptied until they are. */
  isClearing?: boolean;
}

/** The form in which a model's documents are shaped, as a database knows it. */
export interface Form {
  /** Counted from 1 in the order in which forms came; what documents shaped by it say. */
  number: number;
  /** The format of the log where it is newer than this server reads, else null. */
  newerFormat: number | null;
  /** How far its documents are. */
  progress: Progress;
}

/** The document that says how far a form is. */
export function progressId(form: number): string {
  return `projection:${form}`;
}

/**
 * Brings a database into the form of a model: creates indexes, and adds to documents what the model needs of them.
 *
 * Servers of another form may go on writing meanwhile, and later: each form has its own progress, so that what they
 * write is added to when it is met. An earlier form that starts again finds its place and takes nothing away.
 *
 * @throws AppError MODEL_INVALID  a folder holds entries of a kind that was renamed
 */
export async function bringIntoForm(
  database: Database,
  model: Model,
  plans: KindPlans,
  projection: Projection,
): Promise<Form> {
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
  await createIndexes(database, indexes, { drops: isFirst });
  projection.form = number;
  if (!isFirst) await projection.reshape();
  const begun: Progress = { _id: progressId(number), sequence: from.sequence ?? 0, keepsIndexes: !isFirst };
  if (from.mark !== undefined) begun.mark = from.mark;
  const { _id, ...rest } = begun;
  await database.state.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
  return { number, newerFormat: null, progress: begun };
}

/** What a form that starts again has left to do. */
async function settle(
  database: Database,
  indexes: CollectionIndexes[],
  { forms }: FormState,
  number: number,
  progress: Progress,
): Promise<Form> {
  // A newer form may have dropped what this one needs.
  if (number < forms!.length) await createIndexes(database, indexes, { drops: false });
  if (progress.keepsIndexes && number === forms!.length) {
    await createIndexes(database, indexes, { drops: true });
    await database.state.updateOne({ _id: progress._id }, { $set: { keepsIndexes: false } });
  }
  return { number, newerFormat: null, progress };
}

/** Reads the newest progress of any form, for whoever only reads. */
export async function readForm(database: Database): Promise<Form> {
  const state = await readForms(database);
  return { number: 0, newerFormat: newerThanOurs(state), progress: await newestProgress(database, state) };
}

function newerThanOurs(state: FormState | null): number | null {
  const format = state?.format ?? 1;
  return format > FORMAT ? format : null;
}

function computeDigest(model: Model, plans: KindPlans, indexes: CollectionIndexes[]): string {
  const leaves = [...plans.values()].map(({ kind, facets, sorts, links }) => [
    kind.name,
    [...facets, ...sorts, ...links].map(({ name }) => name),
  ]);
  return shortDigest([SHAPING, FORMAT, indexes, leaves, model.locales]);
}

async function readForms(database: Database): Promise<FormState | null> {
  return database.state.findOne({ _id: FORM_STATE }, READ);
}

async function readProgress(database: Database, form: number): Promise<Progress | null> {
  return database.state.findOne({ _id: progressId(form) }, READ);
}

/** The newest form knows the most kinds, so that the least is left out where it says that all is applied. */
async function newestProgress(database: Database, state: FormState | null): Promise<Progress> {
  for (let form = state?.forms?.length ?? 0; form > 0; form -= 1) {
    const progress = await readProgress(database, form);
    if (progress) return progress;
  }
  return (await database.state.findOne({ _id: FORMER_PROGRESS }, READ)) ?? { _id: FORMER_PROGRESS };
}

/** The number of a form; one that is new comes after all others. */
async function claim(database: Database, digest: string): Promise<number> {
  await database.state.updateOne({ _id: FORM_STATE }, { $max: { format: FORMAT } } as object, { upsert: true });
  await database.state.updateOne(
    { _id: FORM_STATE, forms: { $ne: digest } } as object,
    { $push: { forms: digest } } as object,
  );
  const { forms } = (await readForms(database))!;
  return forms!.indexOf(digest) + 1;
}
