import { pollStats } from './cost/collection-stats-poller.js';
import type { SharedServices } from './graphql/request/context.js';
import { KnownDocuments } from './graphql/trusted/known-documents.js';
import { Areas } from './reading/areas.js';
import type { RecordServices as KnowledgeBase } from './records/linked-entries.js';
import { Search } from './search/search.js';

/** The services of a server. Closing them leaves the database open. */
export interface OpenServices {
  services: SharedServices;
  /** Resolves after the first attempt to read what requests need. */
  tried(): Promise<void>;
  /** Starts to fill the search index; requests use it once it is filled. */
  beginSearch(): Search;
  /** Resolves once all but the search index is read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface ServicesOptions {
  /** Called at the first failure of a task, such as "areas are read", and with null once it works again. */
  onError: (what: string, error: unknown) => void;
  /** Size of the cache of entries and figures, in bytes; 0, the default, turns it off. */
  entryCacheBytes?: number;
  /** Whether to count entries for cost estimates; default true. */
  counts?: boolean;
}

/** Opens the services over a database. Resolves once requests can be answered. */
export async function openServices(base: KnowledgeBase, options: ServicesOptions): Promise<OpenServices> {
  const opened = beginServices(base, options);
  await opened.tried();
  return opened;
}

/** As `openServices`, without waiting. */
export function beginServices(
  { model, modules, store }: KnowledgeBase,
  { onError, entryCacheBytes = 0, counts: isCounting = true }: ServicesOptions,
): OpenServices {
  const failure = (what: string) => (error: unknown) => onError(what, error);
  const areas = new Areas(model, store, failure('areas are read'));
  const trusted = new KnownDocuments(store, model, failure('trusted documents are read'));
  // Read while the rest of a server starts.
  const shown = store.entries.keepShown(failure('it is read what is shown'));
  const collectionStats = isCounting ? pollStats({ store, areas, model }, failure('what there is is counted')) : null;
  // Readers of the change feed bypass the cache.
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
