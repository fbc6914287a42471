import { startCounting } from './cost/live-collection-stats.js';
import type { SharedServices } from './graphql/request/context.js';
import { TrustedDocumentCache } from './graphql/trusted/trusted-document-cache.js';
import { LiveAreaIndex } from './reading/live-area-index.js';
import type { RecordServices as KnowledgeBase } from './records/read-entries-for-validation.js';
import { PREVIEW_VIEW } from './model/visibility.js';
import { Search } from './search/search.js';

/** The services of a server. Closing them leaves the database open. */
export interface OpenServices {
  services: SharedServices;
  /** Resolves after the first attempt to read the data that requests need. */
  firstAttempt(): Promise<void>;
  /** Starts to build the search index. Requests use it once it is complete. */
  beginSearch(): Search;
  /** Resolves when all data except the search index is read. */
  whenSettled(): Promise<void>;
  close(): Promise<void>;
}

export interface ServicesOptions {
  /** Called on the first failure of a task, such as "loading areas", and with null on recovery. */
  onError: (task: string, error: unknown) => void;
  /** Size of the cache of entries and figures, in bytes. Default: 0, which turns it off. */
  entryCacheBytes?: number;
  /** Whether to count entries for cost estimates. Default: true. */
  countsEntries?: boolean;
}

/** Opens the services of a database. Resolves when requests can be served. */
export async function openServices(base: KnowledgeBase, options: ServicesOptions): Promise<OpenServices> {
  const openedServices = beginServices(base, options);
  await openedServices.firstAttempt();
  return openedServices;
}

/** Opens the services of a database without waiting for the first reads. */
export function beginServices(
  { model, modules, store }: KnowledgeBase,
  { onError, entryCacheBytes = 0, countsEntries: isCounting = true }: ServicesOptions,
): OpenServices {
  const onTaskError = (task: string) => (error: unknown) => onError(task, error);
  const areas = new LiveAreaIndex(model, store, onTaskError('loading areas'));
  const trusted = new TrustedDocumentCache(store, model, onTaskError('loading trusted documents'));
  // Loads in the background while the rest of the server starts.
  const shownEntries = store.entries.trackVisibility(onTaskError('loading visibility'));
  const collectionStats = isCounting
    ? startCounting({ store, areas, model }, onTaskError('counting entries and figures'))
    : null;
  // Followers of the change feed bypass the cache.
  const entryCache = entryCacheBytes > 0 ? store.createCache(entryCacheBytes) : null;
  const onSearchError = onTaskError('building the search index');
  let search: Search | null = null;
  let searchInPreview: Search | null = null;
  const services: SharedServices = {
    model,
    modules,
    store: entryCache ? store.withCache(entryCache) : store,
    areas,
    trusted,
    ...(collectionStats && { collectionStats }),
    ...(entryCache && { entryCache }),
    search: null,
    searchInPreview() {
      if (search) searchInPreview ??= new Search(model, store, onSearchError, PREVIEW_VIEW);
      return searchInPreview;
    },
  };
  return {
    services,
    async firstAttempt() {
      await Promise.all([areas.firstAttempt(), trusted.firstAttempt()]);
    },
    beginSearch() {
      search ??= new Search(model, store, onSearchError);
      services.search = search;
      return search;
    },
    async whenSettled() {
      await shownEntries.waitUntilIdle();
      await collectionStats?.waitUntilCounted();
    },
    async close() {
      entryCache?.close();
      await searchInPreview?.close();
      await search?.close();
      await collectionStats?.close();
      await trusted.close();
      await areas.close();
      await shownEntries.close();
    },
  };
}
