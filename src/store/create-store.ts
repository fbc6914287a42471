import { kindKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import { changesAfter, changesBefore, readLastSequence } from './log/read-log.js';
import { cachedStore } from './cache/cached-store.js';
import type { ListDependencyCollector } from './cache/list-dependency-collector.js';
import { openPersistentCache } from './cache/persistent-cache.js';
import { TaggedCache } from './cache/tagged-cache.js';
import { trackDependencies } from './cache/track-dependencies.js';
import { readAllEntries, readBySlug, readKeysBy, readPublishedEntries } from './documents/entry-reader.js';
import { readNewestStates } from './documents/entry-states.js';
import { findEntryUses } from './documents/find-entry-uses.js';
import { readStatesBeforeWrite } from './editing/read-states-before-write.js';
import type { ChangeFeed } from './projection/change-feed.js';
import { revisionsAt, readRevisions, walkHistoryBack } from './log/history.js';
import { readPageAcrossKinds } from './lists/common-field-pages.js';
import { readInversePages } from './lists/inverse-pages.js';
import { findMatchingKeys } from './lists/matching-keys.js';
import { readPage } from './lists/read-page.js';
import type { HydrateRecord } from './documents/upgrade-record.js';
import { type Database, READ_TIMEOUT_MS } from './connection/database.js';
import { runWithTimeout } from './connection/run-operation.js';
import { isSchemaRegistered } from './projection/document-schema.js';
import { findUnknownKinds } from './projection/unknown-kinds.js';
import { openScheduleStore } from './documents/schedules.js';
import type { EntryVisibilityIndex } from './projection/entry-visibility-index.js';
import type { TokenCache } from './editing/token-cache.js';
import type { VintageCache } from './figures/vintage-cache.js';
import { VintageWriter } from './figures/vintage-writer.js';
import { SeriesStore } from './figures/series-store.js';
import type { EntryStore } from './entries.js';
import type { FigureStore } from './figures.js';
import type { ChangeLog, ChangeEvent } from './change-log.js';
import type { Store } from './store.js';
import { openSecretStore } from './editing/secrets.js';
import { openTokenStore } from './editing/tokens.js';
import { openTrustedDocumentStore } from './editing/trusted-documents.js';
import { consumeChanges } from './connection/consume-changes.js';
import type { Writer } from './editing/writer.js';
import type { KindPlans } from './documents/kind-plan.js';

/** Dependencies that an open store shares with the stores of single requests. */
export interface StoreDeps {
  model: Model;
  plans: KindPlans;
  figures: { kind: string; sources: string } | null;
  hydrateRecord: HydrateRecord;
  now: () => Date;
  feed: ChangeFeed;
  writer: Writer;
  vintages: VintageCache;
  tokens: TokenCache;
  collector: ListDependencyCollector;
  visibility: EntryVisibilityIndex;
  /** Returns an event without the entries of kinds that the model does not contain. */
  filterKnownKinds: <T extends ChangeEvent>(event: T) => T;
  follow: ChangeLog['follow'];
  onInvalidations: ChangeLog['onInvalidations'];
}

export function createStore(database: Database, deps: StoreDeps): Store {
  const { model, plans, writer, collector, feed, now } = deps;
  return {
    ...createReaders(database, deps),
    tokens: openTokenStore(database, writer, deps.tokens),
    secrets: openSecretStore(database),
    trusted: openTrustedDocumentStore(database, writer, now),
    connection: {
      ping: () => database.ping(),
      pool: () => ({ ...database.pool }),
    },
    persistentCache: (name) => openPersistentCache(database, name),
    forRequest(this: Store, usage) {
      return { ...this, ...createReaders(database.forRequest(usage), deps) };
    },
    withDependencyTracking(this: Store, dependencies) {
      return trackDependencies(this, { model, collector, dependencies });
    },
    withCache(this: Store, cache) {
      return cachedStore(this, cache, collector);
    },
    createCache<T>(this: Store, maxBytes: number) {
      return new TaggedCache<T>(maxBytes, this.log);
    },
    async unknownKinds() {
      return findUnknownKinds(database, model, await isSchemaRegistered(database, model, plans));
    },
    close: async () => {
      await feed.close();
      await database.close();
    },
  };
}

/** Creates the parts of a store that are separate for each request, so that operations are counted per request. */
function createReaders(database: Database, deps: StoreDeps): Pick<Store, 'entries' | 'log' | 'figures' | 'schedules'> {
  const series = new SeriesStore(database, deps.vintages);
  return {
    entries: createEntryStore(database, series, deps),
    log: createLog(database, series, deps),
    figures: createFigureStore(series),
    schedules: openScheduleStore(database, deps.model),
  };
}

function createEntryStore(
  database: Database,
  series: SeriesStore,
  { model, plans, figures: figureKinds, feed, visibility, follow }: StoreDeps,
): EntryStore {
  const context = { database, model, plans };
  return {
    bySlug: readBySlug.bind(null, context),
    isVisible: (...args) => visibility.isVisible(...args),
    trackVisibility: (onError) =>
      consumeChanges({
        follow,
        onError,
        onChanges: async (changes) => (changes === 'EVERYTHING' ? visibility.read() : undefined),
      }),
    keysBy: readKeysBy.bind(null, context),
    page: readPage.bind(null, context),
    commonPage: readPageAcrossKinds.bind(null, context),
    inversePages: readInversePages.bind(null, context),
    matchingKeys: findMatchingKeys.bind(null, context),
    currentStates: async (keys) => {
      const entries = await readNewestStates(database, model, keys);
      return keys.map((key) => entries.get(kindKey(key)) ?? null);
    },
    readStatesBeforeWrite: (keys) => readStatesBeforeWrite({ database, model, feed }, keys),
    all: readAllEntries.bind(null, context),
    published: readPublishedEntries.bind(null, context),
    usedBy: async (key, limit, formerSlugs = []) => {
      const entryUses = await findEntryUses(database, plans, key, limit);
      if (!figureKinds || key.kind !== figureKinds.sources) return entryUses;
      const indicators = await series.findCitingIndicators([key.slug, ...formerSlugs], limit);
      const figureUses = indicators.map((slug) => ({ kind: figureKinds.kind, slug, path: 'figures', published: true }));
      return [...entryUses, ...figureUses].slice(0, limit);
    },
  };
}

function createLog(database: Database, series: SeriesStore, deps: StoreDeps): ChangeLog {
  const { model, hydrateRecord, feed, filterKnownKinds, follow, onInvalidations } = deps;
  const createWriter = () => deps.writer.forRequest(database, new VintageWriter(database, deps.vintages, series));
  const context = { database, model, hydrateRecord };
  return {
    commit: (batch) => createWriter().commit(batch),
    head: () => readLastSequence(database),
    changesAfter: async (...args) => (await changesAfter(database, model, ...args)).map(filterKnownKinds),
    changesBefore: async (...args) => (await changesBefore(database, model, ...args)).map(filterKnownKinds),
    walkBack: (walks) => walkHistoryBack(context, walks),
    revisions: (...args) => readRevisions(context, ...args),
    revisionsAt: (keys) => revisionsAt(context, keys),
    feedState: () => feed.state,
    catchUp: () => runWithTimeout(feed.catchUp(), READ_TIMEOUT_MS),
    wake: () => feed.wake(),
    follow,
    onInvalidations,
    consume: (onChanges, onError) => consumeChanges({ follow, onChanges, onError }),
  };
}

function createFigureStore(series: SeriesStore): FigureStore {
  return {
    series: (query) => series.series(query),
    changedSeries: (query) => series.changedSeries(query),
    previewChangedSeries: (vintage) => series.previewChangedSeries(vintage),
    newestVintages: (indicators) => series.newestVintages(indicators),
    coverage: (indicators) => series.coverage(indicators),
    vintages: (indicators) => series.vintages(indicators),
    indicators: () => series.indicators(),
  };
}
