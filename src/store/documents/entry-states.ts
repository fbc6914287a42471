import { type EntryKey, kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { type Database, draftCollectionName } from '../connection/database.js';
import type { EntryStates, StoredEntry } from '../entries.js';
import type { Schedule } from '../schedules.js';
import type { ScheduleDocument } from './document-types.js';
import { toSchedule } from './schedules.js';
import { type EntryDocument, entryProjection, toEntry } from './entry-document.js';
import { appendStages, type PipelineSource, unionSources } from './visibility-pipelines.js';
import { currentKindName, withStoredKind } from './stored-kind-name.js';

type Row = EntryRow | (ScheduleDocument & { from: 'SCHEDULES' }) | { from: 'BESIDE' };
type EntryRow = EntryDocument & { from: 'PUBLISHED' | 'DRAFTS' };

/** Reads the current states of entries, keyed by `kind/slug`, in one command. Omits entries that do not exist. */
export async function readNewestStates(
  database: Database,
  model: Model,
  keys: readonly EntryKey[],
): Promise<Map<string, StoredEntry>> {
  const rows = await readRows(database, makeSources(model, keys));
  return new Map([...pickNewestDocuments(model, rows)].map(([key, document]) => [key, toEntry(model, document)]));
}

/** Reads the states of entries, in the order of the keys, and the documents of an extra source, in one command. */
export async function readEntryStates<T extends object>(
  database: Database,
  model: Model,
  keys: readonly EntryKey[],
  extraSource: PipelineSource,
): Promise<{ entries: EntryStates[]; extraDocuments: T[] }> {
  const scheduleSource = {
    collection: 'schedules',
    stages: [
      { $match: { _id: { $in: keys.map((key) => kindKey(withStoredKind(model, key))) } } },
      originStage('SCHEDULES'),
    ],
  };
  const sources = [appendStages(extraSource, originStage('BESIDE')), ...makeSources(model, keys), scheduleSource];
  const rows = await readRows(database, sources);
  const newestDocuments = pickNewestDocuments(model, rows);
  const publishedDocuments = new Map<string, EntryDocument>();
  const schedules = new Map<string, Schedule>();
  for (const row of rows) {
    if (row.from === 'PUBLISHED' && row.status === 'PUBLISHED') publishedDocuments.set(documentKey(model, row), row);
    if (row.from === 'SCHEDULES') schedules.set(kindKey(toSchedule(model, row)), toSchedule(model, row));
  }
  const toState = (document: EntryDocument | undefined) => (document ? toEntry(model, document) : null);
  return {
    entries: keys.map(kindKey).map((key) => ({
      published: toState(publishedDocuments.get(key)),
      newest: toState(newestDocuments.get(key)),
      schedule: schedules.get(key) ?? null,
    })),
    extraDocuments: rows.filter(({ from: origin }) => origin === 'BESIDE') as unknown as T[],
  };
}

async function readRows(database: Database, sources: readonly PipelineSource[]): Promise<Row[]> {
  if (sources.length === 0) return [];
  return database.readBatched<Row>(unionSources(sources));
}

function makeSources(model: Model, keys: readonly EntryKey[]): PipelineSource[] {
  const slugsByKind = new Map<string, Set<string>>();
  for (const { kind, slug } of keys) slugsByKind.set(kind, (slugsByKind.get(kind) ?? new Set()).add(slug));
  return [...slugsByKind].flatMap(([kind, slugs]) => {
    const { folder } = model.kind(kind);
    const matchStage = { $match: { _id: { $in: [...slugs] }, status: { $in: ['PUBLISHED', 'DRAFT', 'RETIRED'] } } };
    const projection = { ...entryProjection(null), hidden: 1 };
    return [
      { collection: folder, stages: [matchStage, { $project: { ...projection, from: { $literal: 'PUBLISHED' } } }] },
      {
        collection: draftCollectionName(folder),
        stages: [matchStage, { $project: { ...projection, from: { $literal: 'DRAFTS' } } }],
      },
    ];
  });
}

function pickNewestDocuments(model: Model, rows: readonly Row[]): Map<string, EntryDocument> {
  const documents = new Map<string, EntryDocument>();
  for (const row of rows) {
    if (row.from !== 'PUBLISHED' && row.from !== 'DRAFTS') continue;
    const key = documentKey(model, row);
    const newestState = documents.get(key);
    // A stub has the revision of the full retired entry among the drafts.
    const isNewer =
      !newestState ||
      newestState.revision < row.revision ||
      (newestState.revision === row.revision && newestState.hidden);
    if (isNewer) documents.set(key, row);
  }
  return documents;
}

function originStage(origin: Row['from']) {
  return { $set: { from: origin } };
}

function documentKey(model: Model, { kind, _id }: EntryDocument): string {
  return kindKey({ kind: currentKindName(model, kind), slug: _id });
}
