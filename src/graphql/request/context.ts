import type { Model } from '../../model/model.js';
import type { View } from '../../model/view.js';
import type { KindModules } from '../../records/kind-module.js';
import { findFigures } from '../../records/kind-module.js';
import type { Search } from '../../search/search.js';
import type { TaggedCache } from '../../store/cache/tagged-cache.js';
import type { DatabaseUse, Store } from '../../store/store.js';
import type { Areas, CurrentAreas } from '../../reading/areas.js';
import type { FigureScope } from '../../tables/figure-scope.js';
import type { Dependencies } from '../../store/cache/dependencies.js';
import type { Counts } from '../limits/counts.js';
import type { KnownDocuments } from '../trusted/known-documents.js';
import { Deadline } from './deadline.js';
import { Loaders } from './loaders.js';
import type { PageEditions } from './page-editions.js';
import type { Pace, RequestStats } from './request-parts.js';
import type { Viewer } from './viewer.js';
import { chooseView } from './viewer.js';

/** What a server has for all requests. */
export interface Services {
  model: Model;
  modules: KindModules;
  store: Store;
  /** The cache of the store; absent where it has none. */
  entryCache?: Pick<TaggedCache<unknown>, 'stats'>;
  areas: Areas;
  /** How much there is of everything; where nobody counts, pages are taken to be full. */
  counts?: Counts;
  /** The index of words and links; null while it is being filled. */
  search: Search | null;
  /** The documents that clients ask for by their identifiers. */
  trusted: KnownDocuments;
  /** As `search`, of what editors see in a preview; begins to be filled when it is first asked for. */
  searchInPreview(): Search | null;
}

/** What resolvers get beside their parent and arguments: made for each request. */
export interface Context extends Omit<Services, 'areas'> {
  areas: CurrentAreas;
  /** What the answer depends on, where that is noted. */
  dependencies: Dependencies | null;
  requestId: string;
  /** What addresses of this server begin with, as in `https://signpost.example.org`; empty where that is not known. */
  origin: string;
  viewer: Viewer;
  view: View;
  /** Whether what it cost is told beside the answer. */
  tellsCost: boolean;
  /** Whether the answer is sent as it is, and not made into something else here. */
  isSent: boolean;
  /** What the document of the request was priced at when it came to be trusted; absent where it is not. */
  keptPrice?: number | undefined;
  loaders: Loaders;
  /** What lists of figures of the answer include and lack. */
  scopes: FigureScope[];
  stats: RequestStats;
  deadline: Deadline;
  pace: Pace;
}

/** Who asks, under which number, and how long it may take. */
export interface RequestFacts {
  requestId: string;
  viewer: Viewer;
  deadlineMs: number;
  /** As `Context.origin`; empty unless given. */
  origin?: string;
  /** As `Context.tellsCost`; false unless given. */
  tellsCost?: boolean;
  /** As `Context.isSent`; true unless given. */
  isSent?: boolean;
  /** As `Context.keptPrice`. */
  keptPrice?: number | undefined;
  /** In which is counted what the request asks of the database; nothing is counted unless given. */
  database?: DatabaseUse;
  /** In which is noted what the answer to the public depends on; nothing is noted unless given. */
  dependencies?: Dependencies | null;
  /** Which figures the answer of the page is made of that it is asked for; it is asked for none unless given. */
  editions?: PageEditions | null;
}

/** The context of one request. @throws AppError UNAUTHENTICATED, FORBIDDEN  a reader asks for a preview */
export function contextFor(services: Services, facts: RequestFacts): Context {
  const { requestId, viewer, deadlineMs, origin = '', tellsCost = false, isSent = true, keptPrice } = facts;
  const { database = { commands: 0, milliseconds: 0 }, dependencies = null, editions = null } = facts;
  const view = chooseView(viewer);
  const deadline = new Deadline(deadlineMs);
  deadline.whenOver(() => (database.isGivenUp = true));
  const stats: RequestStats = { questions: 0, entries: 0, cost: 0, counted: null, database, since: performance.now() };
  const pace: Pace = { slices: null };
  const measured = services.store.measured(database);
  const store = dependencies ? measured.traced(dependencies) : measured;
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
    tellsCost,
    isSent,
    keptPrice,
    loaders,
    scopes: [],
    stats,
    deadline,
    pace,
  };
}
