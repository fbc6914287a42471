import type { Model } from '../../model/model.js';
import type { EntryStore } from '../entries.js';
import type { FigureStore } from '../figures.js';
import type { ChangeLog } from '../change-log.js';
import type { Store } from '../store.js';
import type { Dependencies } from './dependencies.js';
import type { ListDependencyCollector } from './list-dependency-collector.js';
import { LOG_COLLECTION } from '../collection-names.js';
import { FIGURES_TAG, figuresTag } from './dependency-tags.js';

/** Field with the localised texts and their revisions. It depends on all fields. */
const TRANSLATIONS_FIELD = 'translations';

export interface TrackingOptions {
  model: Model;
  collector: ListDependencyCollector;
  dependencies: Dependencies;
}

/** Wraps a store to collect the dependencies of one public response. Reads that have no tag make it uncacheable. */
export function trackDependencies(store: Store, options: TrackingOptions): Store {
  const { dependencies } = options;
  const schedules: Store['schedules'] = {
    ...store.schedules,
    byKeys: (...args) => (dependencies.markUncacheable(), store.schedules.byKeys(...args)),
  };
  return {
    ...store,
    entries: trackedEntries(store.entries, options),
    figures: trackedFigures(store.figures, dependencies),
    log: trackedLog(store.log, options),
    schedules,
  };
}

function trackedEntries(entries: EntryStore, { model, collector, dependencies }: TrackingOptions): EntryStore {
  const uncacheableRead = <A extends unknown[], R>(read: (...args: A) => R) => {
    return (...args: A): R => (dependencies.markUncacheable(), read(...args));
  };
  const trackEntries = (kind: string, slugs: readonly string[], fields: readonly string[] | null) => {
    const neededFields = fields?.includes(TRANSLATIONS_FIELD) ? null : fields;
    for (const slug of slugs) collector.addEntry(kind, slug, neededFields, dependencies);
  };
  return {
    bySlug(kind, slugs, fields, view) {
      trackEntries(kind, slugs, fields);
      return entries.bySlug(kind, slugs, fields, view);
    },
    isVisible(key, view) {
      trackEntries(key.kind, [key.slug], []);
      return entries.isVisible(key, view);
    },
    trackVisibility: entries.trackVisibility,
    async page(kind, query, view) {
      collector.addPage(kind, query, dependencies);
      const page = await entries.page(kind, query, view);
      collector.addEdges(page, query.selection.fields, dependencies);
      return page;
    },
    async commonPage(kinds, query, view) {
      for (const kind of kinds) collector.addPage(kind, query, dependencies);
      const page = await entries.commonPage(kinds, query, view);
      collector.addEdges(page, query.selection.fields, dependencies);
      return page;
    },
    async inversePages(kind, inverseName, parentSlugs, query, view) {
      collector.addInversePages(kind, inverseName, parentSlugs, query, dependencies);
      const pages = await entries.inversePages(kind, inverseName, parentSlugs, query, view);
      const { via = null, origins = [] } = model.kind(kind).inverses.find(({ name }) => name === inverseName) ?? {};
      const { fields } = query.selection;
      const fieldsRead = via && fields ? [...fields, origins[0]!.path[0]!] : fields;
      for (const page of pages.values()) collector.addEdges(page, fieldsRead, dependencies);
      return pages;
    },
    matchingKeys(kinds, filter, locales, view) {
      collector.addFilterOfKinds(kinds, filter, dependencies);
      return entries.matchingKeys(kinds, filter, locales, view);
    },
    keysBy(fields, value, view) {
      for (const { kind, path } of fields) dependencies.add(model.kind(kind).folder, [path[0]!]);
      return entries.keysBy(fields, value, view);
    },
    currentStates: uncacheableRead(entries.currentStates),
    readStatesBeforeWrite: uncacheableRead(entries.readStatesBeforeWrite),
    all: uncacheableRead(entries.all),
    published: uncacheableRead(entries.published),
    usedBy: uncacheableRead(entries.usedBy),
  };
}

function trackedFigures(figures: FigureStore, dependencies: Dependencies): FigureStore {
  const trackIndicators = (indicators: readonly string[]) =>
    indicators.forEach((indicator) => dependencies.add(figuresTag(indicator), null));
  return {
    series: (query) => (trackIndicators(query.indicators), figures.series(query)),
    changedSeries: (query) => (trackIndicators([query.indicator]), figures.changedSeries(query)),
    previewChangedSeries: (vintage) => (dependencies.markUncacheable(), figures.previewChangedSeries(vintage)),
    newestVintages: (indicators) => (trackIndicators(indicators), figures.newestVintages(indicators)),
    coverage: (indicators) => (trackIndicators(indicators), figures.coverage(indicators)),
    vintages: (indicators) => (trackIndicators(indicators), figures.vintages(indicators)),
    indicators: () => (dependencies.add(FIGURES_TAG, null), figures.indicators()),
  };
}

function trackedLog(log: ChangeLog, { collector, dependencies }: TrackingOptions): ChangeLog {
  const trackEntry = ({ kind, slug }: { kind: string; slug: string }) =>
    collector.addEntry(kind, slug, null, dependencies);
  const trackLog = () => dependencies.add(LOG_COLLECTION, null);
  return {
    ...log,
    commit: (batch) => (dependencies.markUncacheable(), log.commit(batch)),
    head: () => (trackLog(), log.head()),
    changesAfter: (...args) => (trackLog(), log.changesAfter(...args)),
    changesBefore: (...args) => (trackLog(), log.changesBefore(...args)),
    walkBack: (walks) => (walks.forEach(trackEntry), log.walkBack(walks)),
    revisions: (kind, slug, limit) => (trackEntry({ kind, slug }), log.revisions(kind, slug, limit)),
    revisionsAt: (keys) => (keys.forEach(trackEntry), log.revisionsAt(keys)),
  };
}
