import { PUBLIC_VIEW, type View } from '../../model/visibility.js';
import type { EntryStore, Page } from '../entries.js';
import type { FigureStore } from '../figures.js';
import type { Store } from '../store.js';
import type { Dependencies } from './dependencies.js';
import type { ListDependencyCollector } from './list-dependency-collector.js';
import { ReadThroughCache } from './read-through-cache.js';
import type { TaggedCache } from './tagged-cache.js';
import { figuresTag } from './dependency-tags.js';

/** Maximum number of points of a cached series. Freezing and measuring longer ones would block other requests. */
const MAX_POINTS = 10_000;

/** Wraps a store with a cache for public reads of entries, pages and series. Drafts are not cached. */
export function cachedStore(store: Store, cache: TaggedCache<unknown>, lists: ListDependencyCollector): Store {
  const reads = new ReadThroughCache(cache);
  const wrap = (inner: Store): Store => ({
    ...inner,
    entries: cachedEntries(inner.entries, reads, lists),
    figures: cachedFigures(inner.figures, reads),
    forRequest: (use) => wrap(inner.forRequest(use)),
  });
  return wrap(store);
}

function cachedEntries(entries: EntryStore, reads: ReadThroughCache, lists: ListDependencyCollector): EntryStore {
  // The dependency is on all fields (null): a cached entry contains its revision, which every change increments.
  const trackPage = (page: Page, dependencies: Dependencies) => lists.addEdges(page, null, dependencies);
  return {
    ...entries,
    bySlug(kind, slugs, fields, view) {
      const load = (missing: readonly string[]) => entries.bySlug(kind, missing, fields, view);
      if (!isPublic(view)) return load(slugs);
      const track = (slug: string, _entry: unknown, dependencies: Dependencies) =>
        lists.addEntry(kind, slug, null, dependencies);
      return reads.getOrReadMany(slugs, { prefix: entryPrefix(kind, fields), load, track });
    },
    page(kind, query, view) {
      const load = () => entries.page(kind, query, view);
      if (!isPublic(view)) return load();
      return reads.getOrRead(JSON.stringify(['page', kind, query]), load, (page, dependencies) => {
        lists.addPage(kind, query, dependencies);
        trackPage(page, dependencies);
      });
    },
    commonPage(kinds, query, view) {
      const load = () => entries.commonPage(kinds, query, view);
      if (!isPublic(view)) return load();
      return reads.getOrRead(JSON.stringify(['common', kinds, query]), load, (page, dependencies) => {
        for (const kind of kinds) lists.addPage(kind, query, dependencies);
        trackPage(page, dependencies);
      });
    },
    async inversePages(kind, inverse, parents, query, view) {
      if (!isPublic(view)) return entries.inversePages(kind, inverse, parents, query, view);
      const pages = await reads.getOrReadMany<Page>(parents, {
        prefix: JSON.stringify(['inverse', kind, inverse, query]),
        async load(missing) {
          const pages = await entries.inversePages(kind, inverse, missing, query, view);
          return missing.map((parent) => pages.get(parent)!);
        },
        track(parent, page, dependencies) {
          lists.addInversePages(kind, inverse, [parent], query, dependencies);
          trackPage(page, dependencies);
        },
      });
      return new Map(parents.map((parent, index) => [parent, pages[index]!]));
    },
    matchingKeys(kinds, filter, locales, view) {
      const load = () => entries.matchingKeys(kinds, filter, locales, view);
      if (!isPublic(view)) return load();
      const key = JSON.stringify(['matching', kinds, filter, locales]);
      return reads.getOrRead(key, load, (_keys, dependencies) => lists.addFilterOfKinds(kinds, filter, dependencies));
    },
  };
}

function cachedFigures(figures: FigureStore, reads: ReadThroughCache): FigureStore {
  return {
    ...figures,
    async series(query) {
      const load = () => figures.series(query);
      const series = await reads.getOrRead(JSON.stringify(['series', query]), load, (loaded, dependencies) => {
        if (loaded.reduce((sum, { points }) => sum + points.length, 0) > MAX_POINTS) dependencies.markUntrackable();
        for (const indicator of query.indicators) dependencies.add(figuresTag(indicator), null);
      });
      return [...series];
    },
  };
}

function isPublic({ role, preview }: View): boolean {
  return role === PUBLIC_VIEW.role && !preview;
}

function entryPrefix(kind: string, fields: readonly string[] | null): string {
  return `entry ${kind} ${fields === null ? '*' : fields.join()}`;
}
