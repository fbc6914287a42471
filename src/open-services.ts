import { pollStats } from './cost/collection-stats-poller.js';
import type { SharedServices } from './graphql/request/context.js';
import { KnownDocuments } from './graphql/trusted/known-documents.js';
import { Areas } from './reading/areas.js';
import type { RecordServices as KnowledgeBase } from './records/linked-entries.js';
import { Search } from './search/search.js';

/** The services of a server. Closing them leaves the database open. */
export interface OpenServices {
  services: SharedServices;
  /** Resolves after the first attempt to read the data that requests need. */
  tried(): Promise<void>;
  /** Starts to fill the search index. Requests use it when it is filled. */
  beginSearch(): Search;
  /** Resolves when all data except the search index is read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface ServicesOptions {
  /** Called on the first failure of a task, such as "areas are read", and with null on recovery. */
  onError: (what: string, error: unknown) => void;
  /** Size of the cache of entries and figures, in bytes. Default: 0, which turns it off. */
  entryCacheBytes?: number;
  /** Whether to count entries for cost estimates. Default: true. */
  counts?: boolean;
}

/** Opens the services of a database. Resolves when requests can be served. */
export async function openServices(base: KnowledgeBase, options: ServicesOptions): Promise<OpenServices> {
  const opened = beginServices(base, options);
  await opened.tried();
  return opened;
}

/** Opens the services of a database without waiting for the first reads. */
export function beginServices(
  { model, modules, store }: KnowledgeBase,
  { onError, entryCacheBytes = 0, counts: isCounting = true }: ServicesOptions,
): OpenServices {
  const failure = (what: string) => (error: unknown) => onError(what, error);
  const areas = new Areas(model, store, failure('areas are read'));
  const trusted = new KnownDocuments(store, model, failure('trusted documents are read'));
  // Read while the rest of the server starts.
  const shown = store.entries.keepShown(failure('it is read what is shown'));
  const collectionStats = isCounting ? pollStats({ store, areas, model }, failure('what there is is counted')) : null;
  // Followers of the change feed bypass the cache.
  const entryCache = entryCacheBytes > 0 ? store.createCache(entryCacheBytes) : null;
  const onSearchError = failure('the index for searching is filled');
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
      if (search) searchInPreview ??= Search.startInPreview(model, store, onSearchError);
      return searchInPreview;
    },
  };
  return {
    services,
    async tried() {
      await Promise.all([areas.tried(), trusted.tried()]);
    },
    beginSearch() {
      search ??= Search.begin(model, store, onSearchError);
      services.search = search;
      return search;
    },
    async settled() {
      await shown.idle();
      await collectionStats?.settled();
    },
    async close() {
      entryCache?.close();
      await searchInPreview?.close();
      await search?.close();
      await collectionStats?.close();
      await trusted.close();
      await areas.close();
      await shown.close();
    },
  };
}
