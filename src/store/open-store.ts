import type { Document } from 'mongodb';
import { AppError } from '../errors.js';
import { kindKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import { awaitServed } from './projection/await-served.js';
import { refuseIncomplete } from './backup/restore-mark.js';
import { changesAfter, changesBefore, readHead } from './log/change-log.js';
import { countAll } from './documents/count-all.js';
import type { Database } from './connection/database.js';
import { connect } from './connection/database.js';
import type { Alterations } from './dependencies.js';
import { findAlterations } from './dependencies/alterations.js';
import type { Keepable } from './dependencies/kept.js';
import { Kept } from './dependencies/kept.js';
import type { Read } from './dependencies/keeper.js';
import { Keeper } from './dependencies/keeper.js';
import { keptEntries } from './dependencies/kept-entries.js';
import { keptFigures } from './dependencies/kept-figures.js';
import { ListDependencies } from './dependencies/list-dependencies.js';
import { tracedStore } from './dependencies/traced-store.js';
import { EntryReader } from './documents/entry-reader.js';
import { newestStates } from './documents/entry-states.js';
import { findUses } from './documents/uses.js';
import { readForWriting } from './editing/read-for-writing.js';
import { Feed } from './projection/feed.js';
import { bringIntoForm, readForm } from './projection/form.js';
import { revisionsAt, readRevisions, walkBack } from './log/history.js';
import { insist } from './connection/insist.js';
import { readCommonPage } from './lists/common-pages.js';
import { readInversePages } from './lists/inverse-pages.js';
import { kindPlans } from './documents/kind-plan.js';
import { matchingKeys } from './lists/matching-keys.js';
import { cacheIn } from './cache.js';
import { readPage } from './lists/pages.js';
import type { Derive } from './projection/projection.js';
import { Projection } from './projection/projection.js';
import { translateErrors, translateErrorsEach, translateErrorsInTime } from './connection/translate-errors.js';
import { refuseRenamed, unknownKinds } from './projection/renamed-kinds.js';
import { schedulesIn } from './documents/schedules.js';
import { RememberedEditions } from './figures/remembered-editions.js';
import { SeriesStore } from './figures/series-store.js';
import type { Entries } from './entries.js';
import type { Figures } from './figures.js';
import type { ChangeLog, ChangeNotice } from './log.js';
import type { Store } from './store.js';
import { secretsIn } from './editing/secrets.js';
import { tokensIn } from './editing/tokens.js';
import { trustedDocumentsIn } from './editing/trusted-documents.js';
import { keepUp } from './connection/upkeep.js';
import { Writer } from './editing/writer.js';

/** How a store is opened. */
export interface StoreOptions {
  uri: string;
  /** The name of the database. */
  database: string;
  model: Model;
  /** Which kind has figures, and which kind of entry they are read in, by type name; none unless given. */
  figures?: { kind: string; sources: string } | null;
  /** Evaluates the computed fields that are stored; none unless given. */
  derive?: Derive;
  /** Milliseconds between two looks at what others wrote, while somebody follows. */
  pollMs?: number;
  /** Whether `log.wake` is called for whatever is added to the log, whoever adds it, so that it is looked at seldom. */
  isTold?: boolean;
  /**
   * Is told why the log cannot be applied, once for a row of failures, and null once it can again. With it, the store
   * opens even then, and serves what it has; without it, opening rejects.
   */
  onFeedTrouble?: (error: unknown) => void;
  /**
   * Only reads: nothing is written, not even an index. CURRENT waits for what the log holds to be served, AS_IS takes
   * what there is. Unless given, the store is brought into the form of the model and up to the log.
   */
  reads?: 'CURRENT' | 'AS_IS';
  /** The time at which batches are written; the clock of the machine unless given. */
  now?: (() => Date) | undefined;
  /** Is told the name of each command that is sent to the database, and the command. */
  onCommand?: (name: string, command: Document) => void;
}

/** The collection of the log. */
export const LOG = 'changes';

/** Collections that no kind can have. */
const OWN_COLLECTIONS = [LOG, 'state', 'series', 'editions', 'tokens', 'schedules', 'secrets', 'trusted'];

/**
 * Opens the store: connects, creates missing indexes, and finishes what a writer that was stopped has left.
 *
 * @throws AppError DATABASE_UNREACHABLE; DATABASE_INCOMPLETE for one into which a backup was restored only in part
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { model, figures = null, derive = () => ({}), pollMs = 200, now = () => new Date() } = options;
  const { onFeedTrouble, reads } = options;
  const taken = model.kinds.find(({ folder }) => OWN_COLLECTIONS.includes(folder));
  if (taken)
    throw new AppError('MODEL_INVALID', `The folder "${taken.folder}" of ${taken.name} is taken by the store.`);

  const database = await translateErrors(connect(options.uri, options.database, options.onCommand));
  try {
    const plans = kindPlans(model);
    const how = { isTold: options.isTold ?? false, model, plans, figures, derive, pollMs, now, onFeedTrouble, reads };
    const store = await translateErrors(insist(() => assemble(database, how)));
    if (reads === 'CURRENT') await translateErrors(awaitAllServed(database, model, plans));
    return store;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What is not served after a while will not be, for want of a server; so this is not tried again as other reads are. */
async function awaitAllServed(database: Database, model: Model, plans: KindPlans): Promise<void> {
  const { progress } = await insist(() => readForm(database));
  await awaitServed({ database, model, plans, sequence: progress.sequence ?? 0 });
}

type Assembly = Required<Pick<StoreOptions, 'model' | 'figures' | 'derive' | 'pollMs' | 'isTold' | 'now'>> &
  Pick<StoreOptions, 'onFeedTrouble' | 'reads'> & { plans: KindPlans };

type KindPlans = ReturnType<typeof kindPlans>;

async function assemble(
  database: Database,
  { model, plans, figures: figuresIn, derive, pollMs, isTold, now, onFeedTrouble, reads }: Assembly,
): Promise<Store> {
  /** A kind that a newer model has, or an earlier one had, cannot be told of. */
  const ofKnownKinds = <T extends ChangeNotice>(notice: T): T => ({
    ...notice,
    entries: notice.entries.filter(({ kind }) => plans.has(kind)),
  });
  const editions = new RememberedEditions();
  const projection = new Projection(database, model, plans, derive);
  const watchers = new Set<(alterations: Alterations) => void>();
  const lists = new ListDependencies(model, plans);
  const feed = new Feed(database, projection, {
    pollMs,
    isTold,
    tells: ofKnownKinds,
    form: () => bringIntoForm(database, model, plans, projection),
    first: ({ editions: changed, isAnew }) => (isAnew ? editions.forgetAll() : editions.forget(changed ?? [])),
    altered: (batch) => {
      if (watchers.size === 0) return;
      const alterations = batch ? findAlterations(batch, plans) : 'EVERYTHING';
      for (const watcher of watchers) watcher(alterations);
    },
    onTrouble: onFeedTrouble,
  });
  const writer = new Writer(database, model, plans, new SeriesStore(database, editions), feed, derive, now);
  await refuseIncomplete(database);
  if (reads === undefined) await feed.start();
  if (reads === 'CURRENT') await refuseRenamed(database, model);
  const follow: ChangeLog['follow'] = (listener) => {
    editions.remember(true);
    const end = feed.follow(listener);
    return () => {
      end();
      if (!feed.isFollowing) editions.remember(false);
    };
  };

  const storeOver = (database: Database): Store => {
    const series = new SeriesStore(database, editions);
    const reader = new EntryReader(database, model);
    const writing = writer.over(database, series);
    const context = { database, model, plans };
    const archive = { database, model, derive };
    const entries: Entries = {
      bySlug: (...of) => translateErrorsInTime(reader.bySlug(...of)),
      remembered: () => undefined,
      keysBy: (...of) => translateErrorsInTime(reader.keysBy(...of)),
      page: (...of) => translateErrorsInTime(readPage(context, ...of)),
      commonPage: (...of) => translateErrorsInTime(readCommonPage(context, ...of)),
      inversePages: (...of) => translateErrorsInTime(readInversePages(context, ...of)),
      matching: (...of) => translateErrorsInTime(matchingKeys(context, ...of)),
      current: async (keys) => {
        const entries = await translateErrorsInTime(newestStates(database, model, keys));
        return keys.map((key) => entries.get(kindKey(key)) ?? null);
      },
      reading: (keys) => readForWriting({ database, model, feed }, keys),
      all: (kind) => translateErrorsEach(reader.all(kind)),
      published: (...of) => translateErrorsEach(reader.published(...of)),
      usedBy: async (key, limit) => {
        const linked = await translateErrorsInTime(findUses(database, plans, key, limit));
        if (!figuresIn || key.kind !== figuresIn.sources) return linked;
        const read = await translateErrorsInTime(series.readIn(key.slug, limit));
        const uses = read.map((slug) => ({ kind: figuresIn.kind, slug, path: 'figures', published: true }));
        return [...linked, ...uses].slice(0, limit);
      },
    };
    const log: ChangeLog = {
      commit: (batch) => translateErrors(writing.commit(batch)),
      head: () => translateErrorsInTime(readHead(database)),
      changesAfter: async (...of) => (await translateErrorsInTime(changesAfter(database, ...of))).map(ofKnownKinds),
      changesBefore: async (...of) => (await translateErrorsInTime(changesBefore(database, ...of))).map(ofKnownKinds),
      walkBack: (walks) => walkBack(archive, walks),
      revisions: (...of) => translateErrorsInTime(readRevisions(archive, ...of)),
      revisionsAt: (keys) => revisionsAt(archive, keys),
      feed: () => feed.state,
      heard: () => translateErrors(feed.hear()),
      wake: () => feed.wake(),
      follow,
      watch: (watcher) => {
        const own: typeof watcher = (alterations) => watcher(alterations);
        watchers.add(own);
        // What others write is told of only where somebody follows.
        const end = follow(() => undefined);
        return () => {
          watchers.delete(own);
          end();
        };
      },
      keepUp: (take, onTrouble) => keepUp({ follow, take, onTrouble }),
    };
    const figures: Figures = {
      series: (query) => translateErrorsInTime(series.series(query)),
      changedSeries: (query) => translateErrorsEach(series.changed(query)),
      seriesToChange: (edition) => translateErrorsEach(series.toChange(edition)),
      newest: (indicators) => translateErrorsInTime(series.newest(indicators)),
      coverage: (indicators) => translateErrorsInTime(series.coverage(indicators)),
      vintages: (indicators) => translateErrorsInTime(series.vintages(indicators)),
      indicators: () => translateErrorsInTime(series.indicators()),
    };
    return {
      entries,
      log,
      figures,
      tokens: tokensIn(database),
      secrets: secretsIn(database),
      schedules: schedulesIn(database),
      trusted: trustedDocumentsIn(database, writer, now),
      connection: {
        ping: async () => void (await translateErrorsInTime(database.db.command({ ping: 1 }))),
        pool: () => ({ ...database.pool.state }),
      },
      cache: (name) => cacheIn(database, name),
      counts: () => translateErrors(countAll(database, model)),
      measured: (use) => storeOver(database.measured(use)),
      traced(this: Store, into) {
        return tracedStore(this, { model, lists, into });
      },
      keeping(this: Store, mostBytes) {
        const kept = this.memory<Read>(mostBytes);
        const keeper = new Keeper(kept);
        const keepOf = (store: Store): Store => ({
          ...store,
          entries: keptEntries({ entries: store.entries, keeper, model, lists }),
          figures: keptFigures(store.figures, keeper),
          measured: (use) => keepOf(store.measured(use)),
        });
        return {
          store: keepOf(this),
          get held() {
            return kept.held;
          },
          close: kept.close,
        };
      },
      memory<T extends Keepable>(this: Store, mostBytes: number) {
        return new Kept<T>(mostBytes, this.log);
      },
      unknownKinds: () => translateErrors(unknownKinds(database, model, OWN_COLLECTIONS)),
      close: async () => {
        await feed.close();
        await database.close();
      },
    };
  };
  return storeOver(database);
}
