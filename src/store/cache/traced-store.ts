import type { Model } from '../../model/model.js';
import type { Entries } from '../entries.js';
import type { Figures } from '../figures.js';
import type { ChangeLog } from '../log.js';
import type { Store } from '../store.js';
import type { Dependencies } from './dependencies.js';
import type { ListDependencies } from './list-dependencies.js';
import { LOG } from '../collections.js';
import { FIGURES, figuresTag } from './tags.js';

/** Texts of an entry with their revisions; with them, a change of any field can matter. */
const TEXT_REVISIONS = 'translations';

/** What notes are made by. */
export interface Tracing {
  model: Model;
  lists: ListDependencies;
  into: Dependencies;
}

/**
 * The same store for the reads of one answer to the public: what it reads is noted as what the answer depends on. What is
 * for editors, and what cannot be followed, gives the notes up.
 */
export function tracedStore(store: Store, tracing: Tracing): Store {
  const { into } = tracing;
  const schedules: Store['schedules'] = {
    ...store.schedules,
    of: (...of) => (into.giveUp(), store.schedules.of(...of)),
  };
  return {
    ...store,
    entries: tracedEntries(store.entries, tracing),
    figures: tracedFigures(store.figures, into),
    log: tracedLog(store.log, tracing),
    schedules,
  };
}

function tracedEntries(entries: Entries, { model, lists, into }: Tracing): Entries {
  const givenUp = <A extends unknown[], R>(read: (...of: A) => R) => {
    return (...of: A): R => (into.giveUp(), read(...of));
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
    remembered(kind, slug, fields, view) {
      noteEntries(kind, [slug], fields);
      return entries.remembered(kind, slug, fields, view);
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
      for (const { kind, path } of fields) into.note(model.kind(kind).folder, [path[0]!]);
      return entries.keysBy(fields, value, view);
    },
    current: givenUp(entries.current),
    reading: givenUp(entries.reading),
    all: givenUp(entries.all),
    published: givenUp(entries.published),
    usedBy: givenUp(entries.usedBy),
  };
}

function tracedFigures(figures: Figures, into: Dependencies): Figures {
  const noted = (indicators: readonly string[]) => indicators.forEach((each) => into.note(figuresTag(each), null));
  return {
    series: (query) => (noted(query.indicators), figures.series(query)),
    changedSeries: (query) => (noted([query.indicator]), figures.changedSeries(query)),
    seriesToChange: (vintage) => (into.giveUp(), figures.seriesToChange(vintage)),
    newest: (indicators) => (noted(indicators), figures.newest(indicators)),
    coverage: (indicators) => (noted(indicators), figures.coverage(indicators)),
    vintages: (indicators) => (noted(indicators), figures.vintages(indicators)),
    indicators: () => (into.note(FIGURES, null), figures.indicators()),
  };
}

function tracedLog(log: ChangeLog, { lists, into }: Tracing): ChangeLog {
  const life = ({ kind, slug }: { kind: string; slug: string }) => lists.entry(kind, slug, null, into);
  const whole = () => into.note(LOG, null);
  return {
    ...log,
    commit: (batch) => (into.giveUp(), log.commit(batch)),
    head: () => (whole(), log.head()),
    changesAfter: (...of) => (whole(), log.changesAfter(...of)),
    changesBefore: (...of) => (whole(), log.changesBefore(...of)),
    walkBack: (walks) => (walks.forEach(life), log.walkBack(walks)),
    revisions: (kind, slug, limit) => (life({ kind, slug }), log.revisions(kind, slug, limit)),
    revisionsAt: (keys) => (keys.forEach(life), log.revisionsAt(keys)),
  };
}
