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
export function cachedStore(store: Store, cache: TaggedCache<unknown>, collector: ListDependencyCollector): Store {
  const readCache = new ReadThroughCache(cache);
  const wrap = (uncachedStore: Store): Store => ({
    ...uncachedStore,
    entries: cachedEntries(uncachedStore.entries, readCache, collector),
    figures: cachedFigures(uncachedStore.figures, readCache),
    forRequest: (usage) => wrap(uncachedStore.forRequest(usage)),
  });
  return wrap(store);
}

function cachedEntries(
  entries: EntryStore,
  readCache: ReadThroughCache,
  collector: ListDependencyCollector,
): EntryStore {
  // The dependency is on all fields (null): a cached entry contains its revision, which every change increments.
  const trackPage = (page: Page, dependencies: Dependencies) => collector.addEdges(page, null, dependencies);
  return {
    ...entries,
    bySlug(kind, slugs, fields, view) {
      const load = (missingSlugs: readonly string[]) => entries.bySlug(kind, missingSlugs, fields, view);
      if (!isPublic(view)) return load(slugs);
      const track = (slug: string, _entry: unknown, dependencies: Dependencies) =>
        collector.addEntry(kind, slug, null, dependencies);
      return readCache.getOrLoadMany(slugs, { prefix: entryKeyPrefix(kind, fields), load, track });
    },
    page(kind, query, view) {
      const load = () => entries.page(kind, query, view);
      if (!isPublic(view)) return load();
      return readCache.getOrRead(JSON.stringify(['page', kind, query]), load, (page, dependencies) => {
        collector.addPage(kind, query, dependencies);
        trackPage(page, dependencies);
      });
    },
    commonPage(kinds, query, view) {
      const load = () => entries.commonPage(kinds, query, view);
      if (!isPublic(view)) return load();
      return readCache.getOrRead(JSON.stringify(['common', kinds, query]), load, (page, dependencies) => {
        for (const kind of kinds) collector.addPage(kind, query, dependencies);
        trackPage(page, dependencies);
      });
    },
    async inversePages(kind, inverseName, parentSlugs, query, view) {
      if (!isPublic(view)) return entries.inversePages(kind, inverseName, parentSlugs, query, view);
      const pages = await readCache.getOrLoadMany<Page>(parentSlugs, {
        prefix: JSON.stringify(['inverse', kind, inverseName, query]),
        async load(missingParents) {
          const pages = await entries.inversePages(kind, inverseName, missingParents, query, view);
          return missingParents.map((parent) => pages.get(parent)!);
        },
        track(parent, page, dependencies) {
          collector.addInversePages(kind, inverseName, [parent], query, dependencies);
          trackPage(page, dependencies);
        },
      });
      return new Map(parentSlugs.map((parent, index) => [parent, pages[index]!]));
    },
    matchingKeys(kinds, filter, locales, view) {
      const load = () => entries.matchingKeys(kinds, filter, locales, view);
      if (!isPublic(view)) return load();
      const key = JSON.stringify(['matching', kinds, filter, locales]);
      return readCache.getOrRead(key, load, (_keys, dependencies) =>
        collector.addFilterOfKinds(kinds, filter, dependencies),
      );
    },
  };
}

function cachedFigures(figures: FigureStore, readCache: ReadThroughCache): FigureStore {
  return {
    ...figures,
    async series(query) {
      const load = () => figures.series(query);
      const series = await readCache.getOrRead(
        JSON.stringify(['series', query]),
        load,
        (loadedSeries, dependencies) => {
          if (loadedSeries.reduce((sum, { points }) => sum + points.length, 0) > MAX_POINTS)
            dependencies.markUncacheable();
          for (const indicator of query.indicators) dependencies.add(figuresTag(indicator), null);
        },
      );
      return [...series];
    },
  };
}

function isPublic({ role, preview }: View): boolean {
  return role === PUBLIC_VIEW.role && !preview;
}

function entryKeyPrefix(kind: string, fields: readonly string[] | null): string {
  return `entry ${kind} ${fields === null ? '*' : fields.join()}`;
}
