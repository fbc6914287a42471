import type { Model } from '../../model/model.js';
import type { View } from '../../model/visibility.js';
import { findFigureKinds, type KindModules } from '../../records/kind-module.js';
import type { Search } from '../../search/search.js';
import type { TaggedCache } from '../../store/cache/tagged-cache.js';
import type { DatabaseUsage, Store } from '../../store/store.js';
import type { LiveAreaIndex, AreaIndexProvider } from '../../reading/live-area-index.js';
import type { FigureScope } from '../../tables/figure-scope.js';
import type { Dependencies } from '../../store/cache/dependencies.js';
import type { LiveCollectionStats } from '../../cost/live-collection-stats.js';
import type { TrustedDocumentCache } from '../trusted/trusted-document-cache.js';
import { Deadline } from './deadline.js';
import { Loaders } from './loaders.js';
import type { PageFigureEditions } from './page-figure-editions.js';
import type { RequestPacing, RequestStats } from './request-state.js';
import { chooseView, type Viewer } from './viewer.js';

/** Services shared by all requests of a server. */
export interface SharedServices {
  model: Model;
  modules: KindModules;
  store: Store;
  /** Statistics of the entry cache; absent if the cache is turned off. */
  entryCache?: Pick<TaggedCache<unknown>, 'stats'>;
  areas: LiveAreaIndex;
  /** Collection statistics for cost estimates. Without them, all pages are assumed to be full. */
  collectionStats?: LiveCollectionStats;
  /** Index of words and links of published entries; null while it is being filled. */
  search: Search | null;
  trusted: TrustedDocumentCache;
  /** Returns the index for previews; null while it is being filled. The first call starts filling it. */
  searchInPreview(): Search | null;
}

/** Context of resolvers; one per request. */
export interface Context extends Omit<SharedServices, 'areas'> {
  areas: AreaIndexProvider;
  /** Collects the dependencies of a cacheable response; null if the response is not cached. */
  dependencies: Dependencies | null;
  requestId: string;
  /** Origin of this server's URLs, such as `https://signpost.example.org`; empty if unknown. */
  origin: string;
  viewer: Viewer;
  view: View;
  includeCost: boolean;
  /** Whether the response is sent as JSON, not converted to a page or file. */
  isHttpResponse: boolean;
  /** Cost of a trusted document, estimated at registration. */
  trustedCost?: number | undefined;
  loaders: Loaders;
  /** Completeness of the lists of figures in the response, for `extensions.scope`. */
  scopes: FigureScope[];
  stats: RequestStats;
  deadline: Deadline;
  pace: RequestPacing;
}

type OptionalKeys = 'origin' | 'includeCost' | 'isHttpResponse' | 'trustedCost' | 'dependencies';

/** Options of one request. By default, the response is JSON without its cost, not cached, and has relative URLs. */
export interface ContextOptions extends Pick<Context, 'requestId' | 'viewer'>, Partial<Pick<Context, OptionalKeys>> {
  deadlineMs: number;
  /** Counter of the request's database commands. */
  database?: DatabaseUsage;
  /** Editions of figures of the page that executes the query. Default: null. */
  editions?: PageFigureEditions | null;
}

/** Creates the context of one request. @throws AppError UNAUTHENTICATED, FORBIDDEN if a reader requests a preview */
export function createContext(services: SharedServices, options: ContextOptions): Context {
  const { requestId, viewer, deadlineMs, origin = '', includeCost = false, isHttpResponse = true } = options;
  const { trustedCost, database = { commands: 0, milliseconds: 0 }, dependencies = null, editions = null } = options;
  const view = chooseView(viewer);
  const deadline = new Deadline(deadlineMs);
  deadline.onExpiry(() => (database.isAborted = true));
  const stats: RequestStats = {
    storeReads: 0,
    entries: 0,
    cost: 0,
    counted: null,
    database,
    startedAt: performance.now(),
  };
  const pace: RequestPacing = { jobs: null };
  const requestStore = services.store.forRequest(database);
  const store = dependencies ? requestStore.withDependencyTracking(dependencies) : requestStore;
  const viewAreas = view.preview ? services.areas.inPreview : services.areas.withDraft(view.draft);
  const areas = dependencies && !view.preview ? services.areas.withTracking(dependencies) : viewAreas;
  const kind = editions && findFigureKinds(services.modules)?.kind;
  const pageFigures = editions && kind ? { editions, kind } : null;
  const loaders = new Loaders(store, view, { deadline, stats, pace }, pageFigures);
  return {
    ...services,
    store,
    areas,
    dependencies,
    requestId,
    origin,
    viewer,
    view,
    includeCost,
    isHttpResponse,
    trustedCost,
    loaders,
    scopes: [],
    stats,
    deadline,
    pace,
  };
}
