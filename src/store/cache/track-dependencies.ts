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
const TEXT_REVISIONS = 'translations';

export interface TrackingOptions {
  model: Model;
  lists: ListDependencyCollector;
  dependencies: Dependencies;
}

/** Wraps a store to collect the dependencies of one public response. Reads that have no tag make it uncacheable. */
export function trackDependencies(store: Store, tracking: TrackingOptions): Store {
  const { dependencies } = tracking;
  const schedules: Store['schedules'] = {
    ...store.schedules,
    byKeys: (...args) => (dependencies.markUntrackable(), store.schedules.byKeys(...args)),
  };
  return {
    ...store,
    entries: trackedEntries(store.entries, tracking),
    figures: trackedFigures(store.figures, dependencies),
    log: trackedLog(store.log, tracking),
    schedules,
  };
}

function trackedEntries(entries: EntryStore, { model, lists, dependencies }: TrackingOptions): EntryStore {
  const untracked = <A extends unknown[], R>(read: (...args: A) => R) => {
    return (...args: A): R => (dependencies.markUntrackable(), read(...args));
  };
  const trackEntries = (kind: string, slugs: readonly string[], fields: readonly string[] | null) => {
    const needed = fields?.includes(TEXT_REVISIONS) ? null : fields;
    for (const slug of slugs) lists.addEntry(kind, slug, needed, dependencies);
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
      lists.addPage(kind, query, dependencies);
      const page = await entries.page(kind, query, view);
      lists.addEdges(page, query.selection.fields, dependencies);
      return page;
    },
    async commonPage(kinds, query, view) {
      for (const kind of kinds) lists.addPage(kind, query, dependencies);
      const page = await entries.commonPage(kinds, query, view);
      lists.addEdges(page, query.selection.fields, dependencies);
      return page;
    },
    async inversePages(kind, inverse, parents, query, view) {
      lists.addInversePages(kind, inverse, parents, query, dependencies);
      const pages = await entries.inversePages(kind, inverse, parents, query, view);
      const { via = null, origins = [] } = model.kind(kind).inverses.find(({ name }) => name === inverse) ?? {};
      const { fields } = query.selection;
      const fieldsRead = via && fields ? [...fields, origins[0]!.path[0]!] : fields;
      for (const page of pages.values()) lists.addEdges(page, fieldsRead, dependencies);
      return pages;
    },
    matchingKeys(kinds, filter, locales, view) {
      lists.addFilterOfKinds(kinds, filter, dependencies);
      return entries.matchingKeys(kinds, filter, locales, view);
    },
    keysBy(fields, value, view) {
      for (const { kind, path } of fields) dependencies.add(model.kind(kind).folder, [path[0]!]);
      return entries.keysBy(fields, value, view);
    },
    currentStates: untracked(entries.currentStates),
    readStatesBeforeWrite: untracked(entries.readStatesBeforeWrite),
    all: untracked(entries.all),
    published: untracked(entries.published),
    usedBy: untracked(entries.usedBy),
  };
}

function trackedFigures(figures: FigureStore, dependencies: Dependencies): FigureStore {
  const trackAll = (indicators: readonly string[]) =>
    indicators.forEach((indicator) => dependencies.add(figuresTag(indicator), null));
  return {
    series: (query) => (trackAll(query.indicators), figures.series(query)),
    changedSeries: (query) => (trackAll([query.indicator]), figures.changedSeries(query)),
    previewChangedSeries: (vintage) => (dependencies.markUntrackable(), figures.previewChangedSeries(vintage)),
    newest: (indicators) => (trackAll(indicators), figures.newest(indicators)),
    coverage: (indicators) => (trackAll(indicators), figures.coverage(indicators)),
    vintages: (indicators) => (trackAll(indicators), figures.vintages(indicators)),
    indicators: () => (dependencies.add(FIGURES_TAG, null), figures.indicators()),
  };
}

function trackedLog(log: ChangeLog, { lists, dependencies }: TrackingOptions): ChangeLog {
  const trackEntry = ({ kind, slug }: { kind: string; slug: string }) => lists.addEntry(kind, slug, null, dependencies);
  const trackLog = () => dependencies.add(LOG_COLLECTION, null);
  return {
    ...log,
    commit: (batch) => (dependencies.markUntrackable(), log.commit(batch)),
    head: () => (trackLog(), log.head()),
    changesAfter: (...args) => (trackLog(), log.changesAfter(...args)),
    changesBefore: (...args) => (trackLog(), log.changesBefore(...args)),
    walkBack: (walks) => (walks.forEach(trackEntry), log.walkBack(walks)),
    revisions: (kind, slug, limit) => (trackEntry({ kind, slug }), log.revisions(kind, slug, limit)),
    revisionsAt: (keys) => (keys.forEach(trackEntry), log.revisionsAt(keys)),
  };
}
