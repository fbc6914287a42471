import type { Model } from '../../model/model.js';
import type { View } from '../../model/view.js';
import type { KindModules } from '../../records/kind-module.js';
import { findFigures } from '../../records/kind-module.js';
import type { Search } from '../../search/search.js';
import type { TaggedCache } from '../../store/cache/tagged-cache.js';
import type { RequestMetrics, Store } from '../../store/store.js';
import type { Areas, CurrentAreas } from '../../reading/areas.js';
import type { FigureScope } from '../../tables/figure-scope.js';
import type { Dependencies } from '../../store/cache/dependencies.js';
import type { CollectionStatsPoller } from '../../cost/collection-stats-poller.js';
import type { KnownDocuments } from '../trusted/known-documents.js';
import { Deadline } from './deadline.js';
import { Loaders } from './loaders.js';
import type { PageEditions } from './page-editions.js';
import type { RequestPacing, RequestStats } from './request-parts.js';
import type { Viewer } from './viewer.js';
import { chooseView } from './viewer.js';

/** What all requests of a server share. */
export interface SharedServices {
  model: Model;
  modules: KindModules;
  store: Store;
  /** Absent without a cache. */
  entryCache?: Pick<TaggedCache<unknown>, 'stats'>;
  areas: Areas;
  /** Statistics from which costs are estimated; without them, pages are assumed to be full. */
  collectionStats?: CollectionStatsPoller;
  /** The index of words and links; null while it is being filled. */
  search: Search | null;
  trusted: KnownDocuments;
  /** As `search`, for previews. Filling begins with the first call. */
  searchInPreview(): Search | null;
}

/** The context of resolvers, one for each request. */
export interface Context extends Omit<SharedServices, 'areas'> {
  areas: CurrentAreas;
  /** Collects what a cacheable response depends on. */
  dependencies: Dependencies | null;
  requestId: string;
  /** The origin of this server's addresses, as in `https://signpost.example.org`; empty if unknown. */
  origin: string;
  viewer: Viewer;
  view: View;
  /** Whether the response states its cost. */
  includeCost: boolean;
  /** Whether the response is sent as JSON, and not converted. */
  isHttpResponse: boolean;
  /** The cost of a trusted document, estimated when it was added. */
  trustedCost?: number | undefined;
  loaders: Loaders;
  /** What the lists of figures in the response include and lack. */
  scopes: FigureScope[];
  stats: RequestStats;
  deadline: Deadline;
  pace: RequestPacing;
}

export interface ContextOptions {
  requestId: string;
  viewer: Viewer;
  deadlineMs: number;
  /** As `Context.origin`; default empty. */
  origin?: string;
  /** As `Context.includeCost`; default false. */
  includeCost?: boolean;
  /** As `Context.isHttpResponse`; default true. */
  isHttpResponse?: boolean;
  trustedCost?: number | undefined;
  /** Counts the database commands of the request. */
  database?: RequestMetrics;
  /** Collects what the public response depends on; default none. */
  dependencies?: Dependencies | null;
  /** The editions of the page that sends the query; default none. */
  editions?: PageEditions | null;
}

/** Makes the context of one request. @throws AppError UNAUTHENTICATED, FORBIDDEN for a reader's preview */
export function createContext(services: SharedServices, facts: ContextOptions): Context {
  const { requestId, viewer, deadlineMs, origin = '', includeCost = false, isHttpResponse = true, trustedCost } = facts;
  const { database = { commands: 0, milliseconds: 0 }, dependencies = null, editions = null } = facts;
  const view = chooseView(viewer);
  const deadline = new Deadline(deadlineMs);
  deadline.whenOver(() => (database.isAborted = true));
  const stats: RequestStats = { questions: 0, entries: 0, cost: 0, counted: null, database, since: performance.now() };
  const pace: RequestPacing = { slices: null };
  const measured = services.store.forRequest(database);
  const store = dependencies ? measured.withDependencyTracking(dependencies) : measured;
  const shown = view.preview ? services.areas.inPreview : services.areas.withDraft(view.draft);
  const areas = dependencies && !view.preview ? services.areas.tracedBy(dependencies) : shown;
  const kind = editions && findFigures(services.modules)?.kind;
  const page = editions && kind ? { editions, kind } : null;
  const loaders = new Loaders(store, view, { deadline, stats, pace }, page);
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
