import type { Model } from '../../model/model.js';
import type { Entries } from '../entries.js';
import type { Figures } from '../figures.js';
import type { ChangeLog } from '../log.js';
import type { Store } from '../store.js';
import type { Dependencies } from './dependencies.js';
import type { ListDependencies } from './list-dependencies.js';
import { LOG } from '../collections.js';
import { FIGURES_TAG, figuresTag } from './tags.js';

/** Field of localised texts with their revisions. It depends on all fields. */
const TEXT_REVISIONS = 'translations';

export interface TrackingOptions {
  model: Model;
  lists: ListDependencies;
  into: Dependencies;
}

/**
 * Wraps a store to collect the dependencies of one public response. Reads by editors and reads without tags make the
 * response uncacheable.
 */
export function trackDependencies(store: Store, tracing: TrackingOptions): Store {
  const { into } = tracing;
  const schedules: Store['schedules'] = {
    ...store.schedules,
    of: (...of) => (into.markUntrackable(), store.schedules.of(...of)),
  };
  return {
    ...store,
    entries: tracedEntries(store.entries, tracing),
    figures: tracedFigures(store.figures, into),
    log: tracedLog(store.log, tracing),
    schedules,
  };
}

function tracedEntries(entries: Entries, { model, lists, into }: TrackingOptions): Entries {
  const untracked = <A extends unknown[], R>(read: (...of: A) => R) => {
    return (...of: A): R => (into.markUntrackable(), read(...of));
  };
  const noteEntries = (kind: string, slugs: readonly string[], fields: readonly string[] | null) => {
    const needed = fields?.includes(TEXT_REVISIONS) ? null : fields;
    for (const slug of slugs) lists.entry(kind, slug, needed, into);
  };
  return {
    bySlug(kind, slugs, fields, view) {
      noteEntries(kind, slugs, fields);
      return entries.bySlug(kind, slugs, fields, view);
    },
    peekBySlug(kind, slug, fields, view) {
      noteEntries(kind, [slug], fields);
      return entries.peekBySlug(kind, slug, fields, view);
    },
    isShown(key, view) {
      noteEntries(key.kind, [key.slug], []);
      return entries.isShown(key, view);
    },
    keepShown: entries.keepShown,
    async page(kind, query, view) {
      lists.page(kind, query, into);
      const page = await entries.page(kind, query, view);
      lists.edges(page, query.want.fields, into);
      return page;
    },
    async commonPage(kinds, query, view) {
      for (const kind of kinds) lists.page(kind, query, into);
      const page = await entries.commonPage(kinds, query, view);
      lists.edges(page, query.want.fields, into);
      return page;
    },
    async inversePages(kind, inverse, parents, query, view) {
      lists.inversePages(kind, inverse, parents, query, into);
      const pages = await entries.inversePages(kind, inverse, parents, query, view);
      const { via = null, origins = [] } = model.kind(kind).inverses.find(({ name }) => name === inverse) ?? {};
      const { fields } = query.want;
      const read = via && fields ? [...fields, origins[0]!.path[0]!] : fields;
      for (const page of pages.values()) lists.edges(page, read, into);
      return pages;
    },
    matching(kinds, filter, locales, view) {
      lists.filter(kinds, filter, into);
      return entries.matching(kinds, filter, locales, view);
    },
    keysBy(fields, value, view) {
      for (const { kind, path } of fields) into.add(model.kind(kind).folder, [path[0]!]);
      return entries.keysBy(fields, value, view);
    },
    current: untracked(entries.current),
    reading: untracked(entries.reading),
    all: untracked(entries.all),
    published: untracked(entries.published),
    usedBy: untracked(entries.usedBy),
  };
}

function tracedFigures(figures: Figures, into: Dependencies): Figures {
  const noteAll = (indicators: readonly string[]) => indicators.forEach((each) => into.add(figuresTag(each), null));
  return {
    series: (query) => (noteAll(query.indicators), figures.series(query)),
    changedSeries: (query) => (noteAll([query.indicator]), figures.changedSeries(query)),
    seriesToChange: (vintage) => (into.markUntrackable(), figures.seriesToChange(vintage)),
    newest: (indicators) => (noteAll(indicators), figures.newest(indicators)),
    coverage: (indicators) => (noteAll(indicators), figures.coverage(indicators)),
    vintages: (indicators) => (noteAll(indicators), figures.vintages(indicators)),
    indicators: () => (into.add(FIGURES_TAG, null), figures.indicators()),
  };
}

function tracedLog(log: ChangeLog, { lists, into }: TrackingOptions): ChangeLog {
  const noteEntry = ({ kind, slug }: { kind: string; slug: string }) => lists.entry(kind, slug, null, into);
  const noteLog = () => into.add(LOG, null);
  return {
    ...log,
    commit: (batch) => (into.markUntrackable(), log.commit(batch)),
    head: () => (noteLog(), log.head()),
    changesAfter: (...of) => (noteLog(), log.changesAfter(...of)),
    changesBefore: (...of) => (noteLog(), log.changesBefore(...of)),
    walkBack: (walks) => (walks.forEach(noteEntry), log.walkBack(walks)),
    revisions: (kind, slug, limit) => (noteEntry({ kind, slug }), log.revisions(kind, slug, limit)),
    revisionsAt: (keys) => (keys.forEach(noteEntry), log.revisionsAt(keys)),
  };
}
