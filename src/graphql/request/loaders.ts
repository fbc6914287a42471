import type DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import type { EntryKey } from '../../model/entry-key.js';
import { readRevisionKey, revisionKey } from '../../model/entry-key.js';
import type { View } from '../../model/view.js';
import type { HistoryWalk, Revision, RevisionKey } from '../../store/log.js';
import type { Schedule } from '../../store/schedules.js';
import type { Page, PageQuery, StoredEntry } from '../../store/entries.js';
import type { Store } from '../../store/store.js';
import type { EntrySelection } from '../selection/entry-selection.js';
import type { RequestParts } from './request-parts.js';
import { Batches } from './batches.js';
import { BY_KEY } from './entry.js';
import { FigureLoaders } from './figure-loaders.js';
import type { PageEditions, PageFigures } from './page-editions.js';

/** A former slug leads straight to the present one; those that servers left which did not see to that, on to each other. */
const MOST_MOVES = 20;

/** What is read of an entry of which the slug is wanted. */
const SLUG: EntrySelection = { fields: [], digest: '' };

/**
 * All that one request reads from the store. What is asked for at one level of a query is fetched together, in one
 * question for each kind and set of fields, and for each inverse and its arguments. Made for each request.
 */
export class Loaders {
  /** What gives the pages of an inverse for all parents of one field, made for the first of them. */
  readonly byField = new Map<FieldNode, DataLoader<string, Page>>();
  readonly figures: FigureLoaders;
  private readonly batches: Batches;
  /** What was read of each entry: who wants no other fields of it waits for the same. */
  private readonly reads = new Map<string, Read[]>();

  constructor(
    private readonly store: Store,
    private readonly view: View,
    private readonly request: RequestParts,
    page: FiguresOfPage | null = null,
  ) {
    this.batches = new Batches(request);
    this.figures = new FigureLoaders(store.figures, this.batches, page && this.figuresOf(page));
  }

  /** An entry by slug; null where there is none. One that was renamed is found under its old slugs. */
  entry(
    kind: string,
    slug: string,
    selection: EntrySelection,
    view: View = this.viewOf(kind, slug),
  ): Promise<StoredEntry | null> {
    const shown = this.shown({ kind, slug }, selection, view);
    if (shown !== undefined) return Promise.resolve(shown);
    const { fields, digest } = selection;
    const key = readKeyOf(kind, slug, view);
    const reads = this.reads.get(key) ?? [];
    const known = findRead(reads, fields);
    if (known) return known.entry;
    const entry = this.batches
      .loader<string, StoredEntry | null>(`entry ${kind} ${view.preview} ${digest}`, async (slugs) => {
        let found = await this.ask(() => this.store.entries.bySlug(kind, slugs, fields, view));
        for (let moves = 0; moves < MOST_MOVES; moves += 1) {
          const moved = [...new Set(found.flatMap((entry) => entry?.movedTo ?? []))];
          if (moved.length === 0) break;
          const targets = await this.ask(() => this.store.entries.bySlug(kind, moved, fields, view));
          const bySlug = new Map(moved.map((target, at) => [target, targets[at] ?? null]));
          found = found.map((entry) => (entry?.movedTo ? (bySlug.get(entry.movedTo) ?? null) : entry));
        }
        this.request.stats.entries += found.length;
        for (const [at, each] of slugs.entries())
          this.noteFound(readKeyOf(kind, each, view), digest, found[at] ?? null);
        return found;
      })
      .load(slug);
    this.reads.set(key, [...reads, { fields, digest, entry, found: undefined }]);
    return entry;
  }

  /** The view in which an entry is read: a preview of the one whose draft the viewer reads. */
  private viewOf(kind: string, slug: string): View {
    const { view } = this;
    const isOwn = view.draft !== undefined && view.draft.slug === slug && view.draft.kind === kind;
    return isOwn ? { ...view, preview: true } : view;
  }

  private noteFound(key: string, digest: string, found: StoredEntry | null): void {
    const read = this.reads.get(key)?.find((each) => each.digest === digest);
    if (read) read.found = found;
  }

  /** The figures for a page, of which links say former slugs. */
  private figuresOf({ editions, kind }: FiguresOfPage): PageFigures {
    return editions.over(this.store.figures, async (slug) => (await this.entry(kind, slug, SLUG))?.slug ?? slug);
  }

  /** The same where it is in memory and need not be waited for; undefined else. */
  known(kind: string, slug: string, selection: EntrySelection): StoredEntry | null | undefined {
    const view = this.viewOf(kind, slug);
    const shown = this.shown({ kind, slug }, selection, view);
    if (shown !== undefined) return shown;
    const read = findRead(this.reads.get(readKeyOf(kind, slug, view)) ?? [], selection.fields);
    if (read) return read.found;
    // What is made in slices has its turn with all else.
    if (this.request.pace.slices) return undefined;
    const found = this.store.entries.remembered(kind, slug, selection.fields, view);
    if (found === undefined || found?.movedTo) return undefined;
    this.request.stats.entries += 1;
    return found;
  }

  /** What stands for an entry of which no more than the key is asked, null where it is not shown; undefined elsewhere. */
  private shown(key: EntryKey, { isKey }: EntrySelection, view: View): StoredEntry | null | undefined {
    const isShown = isKey ? this.store.entries.isShown(key, view) : undefined;
    if (isShown === undefined) return undefined;
    this.request.stats.entries += 1;
    return isShown ? { ...BY_KEY, ...key } : null;
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
    return this.batches.loader<string, Page>(`inverse ${kind} ${inverse} ${digest}`, async (parents) => {
      const pages = await this.ask(() => this.store.entries.inversePages(kind, inverse, parents, query, this.view));
      return parents.map((parent) => {
        const page = pages.get(parent);
        if (!page) return new Error(`The store has no page of ${inverse} for ${kind} ${parent}.`);
        this.request.stats.entries += page.edges.length;
        return page;
      });
    });
  }

  /** Walks back through the life of an entry. Those who walk at one level of a query share their commands. */
  async walkBack(walk: HistoryWalk): Promise<void> {
    const visit: HistoryWalk['visit'] = (state) => !this.request.deadline.isOver && walk.visit(state);
    const load = async (walks: readonly HistoryWalk[]) => {
      await this.ask(() => this.store.log.walkBack(walks));
      return walks.map(() => true);
    };
    await this.batches.loader('life', load, this.batches.waitForLevel).load({ ...walk, visit });
  }

  /** One state of an entry; null where it is not there. */
  revision({ kind, slug, revision }: RevisionKey): Promise<Revision | null> {
    const load = async (keys: readonly string[]) => {
      const states = await this.ask(() => this.store.log.revisionsAt(keys.map(readRevisionKey)));
      this.request.stats.entries += states.length;
      return states;
    };
    return this.batches
      .loader('revisions', load, this.batches.waitForLevel)
      .load(revisionKey({ kind, slug, revision }));
  }

  /** What is to be published of an entry, and when; null where nothing is. */
  schedule(kind: string, slug: string): Promise<Schedule | null> {
    return this.batches
      .loader<string, Schedule | null>(`schedules ${kind}`, (slugs) =>
        this.ask(() => this.store.schedules.of(slugs.map((each) => ({ kind, slug: each })))),
      )
      .load(slug);
  }

  /** Puts a question to the store, and waits for the answer no longer than the request may take. */
  ask<T>(question: () => Promise<T>): Promise<T> {
    return this.batches.ask(question);
  }

  /** Forgets what was read: something was written. */
  clear(): void {
    this.byField.clear();
    this.reads.clear();
    this.figures.clear();
    this.batches.clear();
  }
}

/** Which figures the answer of a page is made of, and the kind that has figures. */
export interface FiguresOfPage {
  editions: PageEditions;
  kind: string;
}

/** A read of an entry: what was found, as soon as it is there. */
interface Read {
  fields: EntrySelection['fields'];
  digest: string;
  entry: Promise<StoredEntry | null>;
  found: StoredEntry | null | undefined;
}

function readKeyOf(kind: string, slug: string, { preview }: View): string {
  return `${kind}/${slug} ${preview}`;
}

/** The read of an entry that holds all fields that are wanted; null is all there are. */
function findRead(reads: readonly Read[], wanted: EntrySelection['fields']): Read | undefined {
  return reads.find(
    ({ fields }) => fields === null || (wanted !== null && wanted.every((field) => fields.includes(field))),
  );
}
