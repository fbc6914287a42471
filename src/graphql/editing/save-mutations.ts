import { AppError } from '../../errors.js';
import { folderKey, kindKey } from '../../model/entry-key.js';
import { entryKindName, type Kind } from '../../model/model.js';
import { KeyedMutex } from '../../records/keyed-mutex.js';
import { patchEntry } from '../../records/patch-entry.js';
import { keysToRead, type RecordToSave } from '../../records/save-records.js';
import { saveWithMerge } from '../../records/save-with-merge.js';
import type { SaveResult } from '../../records/commit-batch.js';
import type { EntryRecord } from '../../store/entries.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { rejectWithheldChanges, preserveWithheldFields } from '../request/withheld-fields.js';
import type { Context } from '../request/context.js';
import { toMutationPayload } from './mutation-payload.js';
import { checkMayWrite, createMutationContext, type MutationContext } from './mutation-context.js';

interface EntryArguments {
  slug: string;
  record: unknown;
  expectedRevision: number;
  originalLocale?: string | null;
  publish: boolean;
  merge: boolean;
}

interface AnyKindArguments extends EntryArguments {
  kind: string;
}

interface CommitArguments {
  message?: string | null;
  dryRun: boolean;
}

interface SaveArguments extends Pick<EntryArguments, 'slug' | 'record' | 'expectedRevision'> {
  options?: (CommitArguments & Pick<EntryArguments, 'originalLocale' | 'publish' | 'merge'>) | null;
}

interface PatchArguments extends Pick<EntryArguments, 'slug' | 'expectedRevision'> {
  changes: EntryRecord;
  options?: (CommitArguments & Pick<EntryArguments, 'publish'>) | null;
}

const DEFAULT_OPTIONS = { publish: false, merge: false, dryRun: false };

const MAX_BATCH_SIZE = 100;

/** Registers the mutations that write records. */
export function registerSaveMutations(registry: ResolverRegistry): void {
  const mutex = new KeyedMutex();
  const { kinds } = registry.model;
  const kindByName = new Map(kinds.map((kind) => [entryKindName(kind), kind]));
  const saveOne = async (kind: Kind, entry: EntryArguments, commitArgs: CommitArguments, context: Context) =>
    (await save([toRecordToSave(kind, entry)], createMutationContext(commitArgs, context), mutex))[0];
  for (const kind of kinds) {
    registry.addResolver<unknown, SaveArguments>(
      'Mutation',
      `${kind.singular}Save`,
      (_root, { options, ...rest }, context) =>
        saveOne(kind, { ...DEFAULT_OPTIONS, ...rest, ...options }, options ?? DEFAULT_OPTIONS, context),
    );
    registry.addResolver<unknown, PatchArguments>('Mutation', `${kind.singular}Patch`, (_root, args, context) =>
      patch(kind, args, createMutationContext(args.options ?? DEFAULT_OPTIONS, context), mutex),
    );
  }
  registry.addResolver<unknown, CommitArguments & { entry: AnyKindArguments }>(
    'Mutation',
    'entrySave',
    (_root, args, context) => saveOne(kindByName.get(args.entry.kind)!, args.entry, args, context),
  );
  registry.addResolver<unknown, CommitArguments & { entries: readonly AnyKindArguments[] }>(
    'Mutation',
    'saveAll',
    async (_root, args, context) => {
      const { entries } = args;
      if (entries.length === 0 || entries.length > MAX_BATCH_SIZE) {
        throw new AppError('BAD_USER_INPUT', `"entries" has ${entries.length} items; use 1 to ${MAX_BATCH_SIZE}.`);
      }
      const records = entries.map((entry) => toRecordToSave(kindByName.get(entry.kind)!, entry));
      return { results: await save(records, createMutationContext(args, context), mutex) };
    },
  );
}

function toRecordToSave(
  kind: Kind,
  { slug, record, originalLocale, publish, merge, expectedRevision }: EntryArguments,
): RecordToSave {
  return { kind, slug, raw: record, originalLocale: originalLocale ?? null, publish, merge, expectedRevision };
}

/** Saves entries as one batch. Returns their payloads in the same order. */
async function save(
  requested: readonly RecordToSave[],
  mutation: MutationContext,
  mutex: KeyedMutex,
): Promise<object[]> {
  const { context, commitOptions, entryCache } = mutation;
  for (const { kind } of requested) checkMayWrite(kind, context);
  const work = async () => {
    await entryCache.read(requested.flatMap((record) => keysToRead(context.model, record)));
    const records = requested.map((record) => ({
      ...record,
      raw: preserveWithheldFields(context.viewer.role, record, entryCache),
    }));
    return { records, result: await saveWithMerge(context, records, commitOptions, entryCache) };
  };
  const { records, result } = await context.loaders.execute(() => queueMerges(mutex, requested, work));
  return Promise.all(
    records.map((record) => toMutationPayload(resultFor(result, record), { ...record, yours: record }, mutation)),
  );
}

async function patch(
  kind: Kind,
  { slug, changes, expectedRevision, options }: PatchArguments,
  mutation: MutationContext,
  mutex: KeyedMutex,
): Promise<object> {
  const { context, commitOptions, entryCache } = mutation;
  checkMayWrite(kind, context);
  rejectWithheldChanges(context.viewer.role, kind, changes);
  // A patch preserves concurrent changes to other fields.
  const target = { kind, slug, expectedRevision, merge: true };
  const work = async () => {
    await entryCache.read(keysToRead(context.model, { kind, slug, raw: changes }));
    const patched = await patchEntry(context, target, changes, entryCache);
    if ('refused' in patched) return { result: patched.refused, yours: null };
    const yours = { raw: patched.record, originalLocale: null };
    return {
      result: await saveWithMerge(
        context,
        [{ ...target, ...yours, publish: options?.publish ?? false }],
        commitOptions,
        entryCache,
      ),
      yours,
    };
  };
  const { result, yours } = await context.loaders.execute(() => queueMerges(mutex, [target], work));
  return toMutationPayload(result, { ...target, yours }, mutation);
}

/** Runs merges of the same entry one after the other. In parallel, they would conflict and retry. */
function queueMerges<T>(
  mutex: KeyedMutex,
  records: readonly Pick<RecordToSave, 'kind' | 'slug' | 'merge'>[],
  work: () => Promise<T>,
): Promise<T> {
  const mergeKeys = records.filter(({ merge }) => merge).map(({ kind, slug }) => kindKey({ kind: kind.name, slug }));
  // Locking in a fixed order prevents deadlocks.
  const keys = [...new Set(mergeKeys)].sort().reverse();
  return keys.reduce((task, key) => () => mutex.run(key, task), work)();
}

function resultFor(result: SaveResult, { kind, slug }: RecordToSave): SaveResult {
  const recordKey = folderKey(kind, slug);
  if (result.outcome === 'INVALID') {
    return { ...result, problems: result.problems.filter(({ record }) => record === recordKey) };
  }
  if (result.outcome !== 'CONFLICT') return result;
  const isInConflict = result.conflicts.some((conflict) => conflict.kind === kind.name && conflict.slug === slug);
  return isInConflict ? result : { outcome: 'CHECKED' };
}
