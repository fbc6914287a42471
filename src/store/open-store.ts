import type { Document } from 'mongodb';
import { AppError } from '../errors.js';
import type { Model } from '../model/model.js';
import { awaitProjection } from './projection/await-projection.js';
import { rejectIncompleteRestore } from './backup/restore-marker.js';
import type { Database } from './connection/database.js';
import { connect } from './connection/connect.js';
import type { Invalidations } from './cache/dependencies.js';
import { invalidationsOf } from './cache/invalidations.js';
import { ListDependencyCollector } from './cache/list-dependency-collector.js';
import { ChangeFeed } from './projection/change-feed.js';
import { isSchemaRegistered, migrateDocuments, readDocumentSchema } from './projection/document-schema.js';
import { retryTransient } from './connection/retry.js';
import { buildKindPlans, type KindPlans } from './documents/kind-plan.js';
import { EntryVisibilityIndex } from './projection/entry-visibility-index.js';
import { createRecordHydrator, type DeriveFields } from './documents/upgrade-record.js';
import { Projector } from './projection/projector.js';
import { rejectRenamedKinds } from './projection/unknown-kinds.js';
import { loggedState } from './log/logged-state.js';
import { loggedEntries, toChangeEvent } from './log/log-document.js';
import { TokenCache } from './editing/token-cache.js';
import { VintageCache } from './figures/vintage-cache.js';
import { VintageWriter } from './figures/vintage-writer.js';
import { SeriesStore } from './figures/series-store.js';
import type { ChangeLog } from './change-log.js';
import type { Store } from './store.js';
import { Writer } from './editing/writer.js';
import { RESERVED_COLLECTIONS } from './collection-names.js';
import { createStore } from './create-store.js';

export interface StoreOptions {
  uri: string;
  database: string;
  model: Model;
  /** Type names of the kind with figures and of the kind of their sources. */
  figures?: { kind: string; sources: string } | null;
  /** Computes the values of computed fields that are stored. */
  derive?: DeriveFields;
  /** Polling interval of the log, in milliseconds. Default: 200. */
  pollMs?: number;
  /** Whether `log.wake` is called for every change of the log, so that polling can be rare. */
  isNotified?: boolean;
  /** Called with the first of consecutive projection errors, and with null on recovery. Without it, opening fails. */
  onFeedError?: (error: unknown) => void;
  /**
   * Opens read-only: CURRENT waits until the log is projected, AS_IS does not. Default: projects the log and accepts
   * writes.
   */
  readOnly?: 'CURRENT' | 'AS_IS';
  /** Clock for the timestamps of batches. */
  now?: (() => Date) | undefined;
  /** Called with each command sent to the database. */
  onCommand?: (name: string, command: Document) => void;
}

/**
 * Opens a store: connects, creates missing indexes, and projects batches that a stopped writer left unprojected.
 * @throws AppError DATABASE_UNREACHABLE; DATABASE_INCOMPLETE after an interrupted restore
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { model, figures = null, derive = () => ({}), pollMs = 200, now = () => new Date() } = options;
  const { onFeedError, readOnly } = options;
  const reservedKind = model.kinds.find(({ folder }) => RESERVED_COLLECTIONS.includes(folder));
  if (reservedKind)
    throw new AppError(
      'MODEL_INVALID',
      `The folder "${reservedKind.folder}" of ${reservedKind.name} is reserved for the store.`,
    );

  const database = await connect(options.uri, options.database, options.onCommand);
  try {
    const plans = buildKindPlans(model);
    const resolvedOptions = {
      isNotified: options.isNotified ?? false,
      model,
      plans,
      figures,
      derive,
      pollMs,
      now,
      onFeedError,
      readOnly,
    };
    const store = await retryTransient(() => assembleStore(database, resolvedOptions));
    if (readOnly === 'CURRENT') await awaitAllProjected(database, model, plans);
    return store;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Waits up to 3 s until a running server has projected the log. @throws AppError NOT_YET_SERVED */
async function awaitAllProjected(database: Database, model: Model, plans: KindPlans): Promise<void> {
  const { progress } = await retryTransient(() => readDocumentSchema(database));
  await awaitProjection({ database, model, plans, sequence: progress.sequence ?? 0 });
}

type ResolvedOptions = Required<Pick<StoreOptions, 'model' | 'figures' | 'derive' | 'pollMs' | 'isNotified' | 'now'>> &
  Pick<StoreOptions, 'onFeedError' | 'readOnly'> & { plans: KindPlans };

async function assembleStore(
  database: Database,
  { model, plans, figures, derive, pollMs, isNotified, now, onFeedError, readOnly }: ResolvedOptions,
): Promise<Store> {
  /** Returns an event without the entries of kinds that the model does not contain. */
  const filterKnownKinds = <T extends { entries: readonly { kind: string }[] }>(event: T): T => ({
    ...event,
    entries: event.entries.filter(({ kind }) => plans.has(kind)),
  });
  const hydrateRecord = createRecordHydrator(model, derive);
  const vintages = new VintageCache();
  const tokens: TokenCache = new TokenCache(() => feed.isCurrent);
  const projector = new Projector(database, model, plans, hydrateRecord);
  const watchers = new Set<(invalidations: Invalidations) => void>();
  const collector = new ListDependencyCollector(model, plans);
  const visibility: EntryVisibilityIndex = new EntryVisibilityIndex(database, model, () => feed.isCurrent);
  const feed = new ChangeFeed(database, projector, {
    pollMs,
    isNotified,
    toEvent: (batch) => filterKnownKinds(toChangeEvent(model, batch)),
    stateReader: (batch) => {
      const { entries } = filterKnownKinds({ entries: batch ? loggedEntries(model, batch) : [] });
      return (index) => loggedState(model, entries[index]!, hydrateRecord);
    },
    migrate: () => migrateDocuments(database, model, plans, projector),
    beforeReport: ({ changedIndicators: indicators, about, isReset }) => {
      if (isReset) vintages.clear();
      else vintages.invalidate(indicators ?? []);
      if (isReset || about === 'TOKENS') tokens.clear();
    },
    afterProjection: (batch) => {
      visibility.applyBatch(batch);
      if (watchers.size === 0) return;
      const invalidations = batch ? invalidationsOf(model, batch, plans) : 'EVERYTHING';
      for (const watcher of watchers) watcher(invalidations);
    },
    onError: onFeedError,
  });
  const series = new SeriesStore(database, vintages);
  const vintageWriter = new VintageWriter(database, vintages, series);
  const writer = new Writer(database, model, plans, vintageWriter, feed, hydrateRecord, now);
  await rejectIncompleteRestore(database);
  if (readOnly === undefined) await feed.start();
  if (feed.sequence === 0) writer.markLogNew();
  if (readOnly === 'CURRENT' && !(await isSchemaRegistered(database, model, plans)))
    await rejectRenamedKinds(database, model);
  const follow: ChangeLog['follow'] = (listener) => {
    vintages.setEnabled(true);
    const unfollow = feed.follow(listener);
    return () => {
      unfollow();
      if (!feed.isFollowing) vintages.setEnabled(false);
    };
  };
  const onInvalidations: ChangeLog['onInvalidations'] = (listener) => {
    const wrapper: typeof listener = (invalidations) => listener(invalidations);
    watchers.add(wrapper);
    // Changes of other processes are reported only to followers.
    const unfollow = follow(() => undefined);
    return () => {
      watchers.delete(wrapper);
      unfollow();
    };
  };
  const deps = {
    model,
    plans,
    figures,
    hydrateRecord,
    now,
    feed,
    writer,
    vintages,
    tokens,
    collector,
    visibility,
    filterKnownKinds,
    follow,
    onInvalidations,
  };
  return createStore(database, deps);
}
