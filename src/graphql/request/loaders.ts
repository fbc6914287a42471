import DataLoader from 'dataloader';
import type { FiguresQuery } from '../../reading/computed-context.js';
import type { FieldNode } from 'graphql';
import type { Breakdown } from '../../model/breakdown-key.js';
import { breakdownKey } from '../../model/breakdown-key.js';
import { revisionKey } from '../../model/entry-key.js';
import type { View } from '../../model/view.js';
import type { HistoryWalk, Revision, RevisionKey } from '../../store/log.js';
import type { Schedule } from '../../store/schedules.js';
import type { ChangedSeries, ChangedSeriesQuery, FiguresCoverage, StoredSeries, Vintage } from '../../store/figures.js';
import type { Page, PageQuery, StoredEntry } from '../../store/entries.js';
import type { Store } from '../../store/store.js';
import type { Pace, RequestStats } from './context.js';
import type { Deadline } from './deadline.js';
import type { EntrySelection } from '../selection/entry-selection.js';
import type { Slices } from './slices.js';

/** A former slug leads straight to the present one; those that servers left which did not see to that, on to each other. */
const MOST_MOVES = 20;

/** What of a request its reading needs: how long it may take, what it took, and how its answer is made. */
export interface RequestParts {
  deadline: Deadline;
  stats: RequestStats;
  pace: Pace;
}

/**
 * All that one request reads from the store. What is asked for at one level of a query is fetched together, in one
 * question for each kind and set of fields, and for each inverse and its arguments. Made for each request.
 */
export class Loaders {
  /** What gives the pages of an inverse for all parents of one field, made for the first of them. */
  readonly byField = new Map<FieldNode, DataLoader<string, Page>>();
  private readonly byDigest = new Map<string, unknown>();
  /** Questions that the store has not answered yet, and what is to be done once it has answered all. */
  private open = 0;
  private afterLevel: (() => void)[] = [];

  constructor(
    private readonly store: Store,
    private readonly view: View,
    private readonly request: RequestParts,
  ) {}

  /** An entry by slug; null where there is none. One that was renamed is found under its old slugs. */
  entry(
    kind: string,
    slug: string,
    { fields, digest }: EntrySelection,
    view: View = this.view,
  ): Promise<StoredEntry | null> {
    return this.loader<string, StoredEntry | null>(`entry ${kind} ${view.preview} ${digest}`, async (slugs) => {
      let found = await this.ask(() => this.store.entries.bySlug(kind, slugs, fields, view));
      for (let moves = 0; moves < MOST_MOVES; moves += 1) {
        const moved = [...new Set(found.flatMap((entry) => entry?.movedTo ?? []))];
        if (moved.length === 0) break;
        const targets = await this.ask(() => this.store.entries.bySlug(kind, moved, fields, view));
        const bySlug = new Map(moved.map((target, at) => [target, targets[at] ?? null]));
        found = found.map((entry) => (entry?.movedTo ? (bySlug.get(entry.movedTo) ?? entry) : entry));
      }
      this.request.stats.entries += found.length;
      return found;
    }).load(slug);
  }

  /** The same where it is in memory and need not be waited for; undefined else. */
  known(kind: string, slug: string, { fields }: EntrySelection): StoredEntry | null | undefined {
    // What is made in slices has its turn with all else.
    if (this.request.pace.slices) return undefined;
    const found = this.store.entries.remembered(kind, slug, fields, this.view);
    if (found === undefined || found?.movedTo) return undefined;
    this.request.stats.entries += 1;
    return found;
  }

  /** A page of a kind. */
  async page(kind: string, query: PageQuery): Promise<Page> {
    const page = await this.ask(() => this.store.entries.page(kind, query, this.view));
    this.request.stats.entries += page.edges.length;
    return page;
  }

  /** A page of entries of several kinds. */
  async commonPage(kinds: readonly string[], query: PageQuery): Promise<Page> {
    const page = await this.ask(() => this.store.entries.commonPage(kinds, query, this.view));
    this.request.stats.entries += page.edges.length;
    return page;
  }

  /**
   * What gives the page of entries that link to a parent by an inverse, for any parent of a kind.
   *
   * @param digest tells apart queries that differ
   */
  inverse(kind: string, inverse: string, query: PageQuery, digest: string): DataLoader<string, Page> {
    return this.loader<string, Page>(`inverse ${kind} ${inverse} ${digest}`, async (parents) => {
      const pages = await this.ask(() => this.store.entries.inversePages(kind, inverse, parents, query, this.view));
      return parents.map((parent) => {
        const page = pages.get(parent);
        if (!page) return new Error(`The store has no page of ${inverse} for ${kind} ${parent}.`);
        this.request.stats.entries += page.edges.length;
        return page;
      });
    });
  }

  /** The series of an indicator. */
  series(indicator: string, query: FiguresQuery): Promise<StoredSeries[]> {
    return this.loader<string, StoredSeries[]>(`series ${JSON.stringify(query)}`, async (indicators) => {
      const series = await this.ask(() => this.store.figures.series({ ...query, indicators }));
      const byIndicator = new Map<string, StoredSeries[]>(indicators.map((each) => [each, []]));
      for (const each of series) byIndicator.get(each.indicator)?.push(each);
      return indicators.map((each) => byIndicator.get(each)!);
    }).load(indicator);
  }

  /**
   * The series of an indicator for one area; asked for together with those of the other areas and indicators, whatever
   * breakdowns each of them is wanted of.
   */
  seriesOfArea(indicator: string, area: string, query: Omit<FiguresQuery, 'areas'>): Promise<StoredSeries[]> {
    const { asOf, breakdowns } = query;
    const load = async (keys: readonly string[]) => {
      const wanted = keys.map((key) => JSON.parse(key) as [string, string, Breakdown[] | null]);
      const each = <T>(of: (key: [string, string, Breakdown[] | null]) => T) => [...new Set(wanted.map(of))];
      const [indicators, areas] = [each((key) => key[0]), each((key) => key[1])];
      const lists = each((key) => key[2]);
      const all = lists.includes(null) ? null : distinct(lists.flatMap((list) => list!));
      const series = await this.ask(() => this.store.figures.series({ asOf, indicators, areas, breakdowns: all }));
      const byPair = new Map<string, StoredSeries[]>();
      for (const found of series) {
        const pair = `${found.indicator} ${found.area}`;
        byPair.set(pair, [...(byPair.get(pair) ?? []), found]);
      }
      return wanted.map(([of, code, list]) => {
        const keysOf = list && new Set(list.map(breakdownKey));
        return (byPair.get(`${of} ${code}`) ?? []).filter(
          (found) => !keysOf || keysOf.has(breakdownKey(found.breakdown)),
        );
      });
    };
    const key = JSON.stringify([indicator, area, breakdowns]);
    return this.loader<string, StoredSeries[]>(`cells ${JSON.stringify(asOf)}`, load).load(key);
  }

  /** Visits the series in which two editions of an indicator differ, by area and breakdown, until the time is over. */
  async changedSeries(query: ChangedSeriesQuery, visit: (series: ChangedSeries) => void): Promise<void> {
    await this.ask(async () => {
      for await (const series of this.store.figures.changedSeries(query)) {
        if (this.request.deadline.isOver) return;
        visit(series);
      }
    });
  }

  /** What figures of an indicator there are; null where there are none. */
  coverage(indicator: string): Promise<FiguresCoverage | null> {
    return this.loader<string, FiguresCoverage | null>('coverage', async (indicators) => {
      const found = await this.ask(() => this.store.figures.coverage(indicators));
      return indicators.map((each) => found.get(each) ?? null);
    }).load(indicator);
  }

  /** The editions of an indicator, oldest first. */
  vintages(indicator: string): Promise<readonly Vintage[]> {
    return this.loader<string, readonly Vintage[]>('vintages', async (indicators) => {
      const found = await this.ask(() => this.store.figures.vintages(indicators));
      return indicators.map((each) => found.get(each) ?? []);
    }).load(indicator);
  }

  /** The slugs of all indicators that have figures. */
  indicatorsWithFigures(): Promise<string[]> {
    return this.loader<string, string[]>('indicators with figures', async (keys) => {
      const found = await this.ask(() => this.store.figures.indicators());
      return keys.map(() => found);
    }).load('all');
  }

  /** Walks back through the life of an entry. Those who walk at one level of a query share their commands. */
  async walkBack(walk: HistoryWalk): Promise<void> {
    const visit: HistoryWalk['visit'] = (state) => !this.request.deadline.isOver && walk.visit(state);
    const load = async (walks: readonly HistoryWalk[]) => {
      await this.ask(() => this.store.log.walkBack(walks));
      return walks.map(() => true);
    };
    await this.loader('life', load, this.waitForLevel).load({ ...walk, visit });
  }

  /** One state of an entry; null where it is not there. */
  revision({ kind, slug, revision }: RevisionKey): Promise<Revision | null> {
    const load = async (keys: readonly string[]) => {
      const wanted = keys.map((key) => {
        const [of, name, number] = key.split('/') as [string, string, string];
        return { kind: of, slug: name, revision: Number(number) };
      });
      const states = await this.ask(() => this.store.log.revisionsAt(wanted));
      this.request.stats.entries += states.length;
      return states;
    };
    return this.loader('revisions', load, this.waitForLevel).load(revisionKey({ kind, slug, revision }));
  }

  /** What is to be published of an entry, and when; null where nothing is. */
  schedule(kind: string, slug: string): Promise<Schedule | null> {
    return this.loader<string, Schedule | null>(`schedules ${kind}`, (slugs) =>
      this.ask(() => this.store.schedules.of(slugs.map((each) => ({ kind, slug: each })))),
    ).load(slug);
  }

  /** Puts a question to the store, and waits for the answer no longer than the request may take. */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    this.request.stats.questions += 1;
    this.open += 1;
    try {
      return await this.request.deadline.within(question());
    } finally {
      this.open -= 1;
      this.endLevel();
    }
  }

  /** Waits until the store has answered all, so that what lists of one level ask for is asked together. */
  private readonly waitForLevel = (then: () => void): void => {
    this.afterLevel.push(then);
    this.endLevel();
  };

  private endLevel(): void {
    if (this.open > 0 || this.afterLevel.length === 0) return;
    // Whoever has an answer by now may ask for more in turn.
    setImmediate(() => {
      const { slices } = this.request.pace;
      if (this.open > 0) return;
      if (slices?.isWaiting) return slices.idle(() => this.endLevel());
      for (const then of this.afterLevel.splice(0)) then();
    });
  }

  /** Forgets what was read: something was written. */
  clear(): void {
    this.byField.clear();
    this.byDigest.clear();
  }

  private loader<K, V>(
    digest: string,
    load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
    batchScheduleFn?: (then: () => void) => void,
  ): DataLoader<K, V> {
    const known = this.byDigest.get(digest) as DataLoader<K, V> | undefined;
    if (known) return known;
    const { slices } = this.request.pace;
    const made = slices
      ? slicedLoader(load, slices, batchScheduleFn)
      : new DataLoader<K, V>(load, { ...(batchScheduleFn && { batchScheduleFn }) });
    this.byDigest.set(digest, made);
    return made;
  }
}

/** A loader that waits until all work of an answer has asked, and gives what it has read when there is time to use it. */
function slicedLoader<K, V>(
  read: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
  slices: Slices,
  schedule: (ask: () => void) => void = (ask) => ask(),
): DataLoader<K, V> {
  const batchScheduleFn = (ask: () => void) => slices.idle(() => schedule(ask));
  const loader = new DataLoader<K, V>(read, { batchScheduleFn });
  const load = loader.load.bind(loader);
  loader.load = (key) =>
    load(key).then(
      (value) => slices.do(() => value),
      (error: unknown) =>
        slices.do((): never => {
          throw error;
        }),
    );
  return loader;
}

/** Each breakdown once. */
function distinct(breakdowns: readonly Breakdown[]): Breakdown[] {
  return [...new Map(breakdowns.map((each) => [breakdownKey(each), each])).values()];
}
