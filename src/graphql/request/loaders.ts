import type DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import { type EntryKey, parseRevisionKey, redirectsToOtherKind, revisionKey } from '../../model/entry-key.js';
import type { View } from '../../model/visibility.js';
import type { HistoryWalk, Revision, RevisionKey } from '../../store/change-log.js';
import type { Schedule } from '../../store/schedules.js';
import type { Page, PageQuery, StoredEntry } from '../../store/entries.js';
import type { Store } from '../../store/store.js';
import type { EntrySelection } from '../selection/entry-selection.js';
import type { SharedRequestState } from './request-state.js';
import { QueryLevelBatcher } from './query-level-batcher.js';
import { KEY_ONLY_METADATA } from './entry.js';
import { FigureLoaders } from './figure-loaders.js';
import { type PageFigureEditions, PageFigureStore } from './page-figure-editions.js';

/** Maximum number of redirects to follow. Redirects written by older versions lead only to the next slug. */
const MAX_SLUG_REDIRECTS = 20;

/** Selection of no fields, to read only the slug. */
const SLUG_ONLY: EntrySelection = { fields: [], digest: '' };

/** Per-request data loaders. Reads at one query level are batched by kind and fields, or by link and arguments. */
export class Loaders {
  /** Loaders of the pages of inverse links, by field node; each serves all parents of the field. */
  readonly inverseByField = new Map<FieldNode, DataLoader<string, Page>>();
  readonly figures: FigureLoaders;
  private readonly batcher: QueryLevelBatcher;
  /** Reads by entry key, started or completed. A read that includes all requested fields is reused. */
  private readonly reads = new Map<string, EntryRead[]>();

  constructor(
    private readonly store: Store,
    private readonly view: View,
    private readonly request: SharedRequestState,
    pageFigures: PageFigureContext | null = null,
  ) {
    this.batcher = new QueryLevelBatcher(request);
    this.figures = new FigureLoaders(store.figures, this.batcher, pageFigures && this.figureStoreFor(pageFigures));
  }

  /** Returns an entry by its current or a former slug, or null. Does not follow a redirect to another kind. */
  entry(
    kind: string,
    slug: string,
    selection: EntrySelection,
    view: View = this.viewOf(kind, slug),
  ): Promise<StoredEntry | null> {
    const keyOnlyEntry = this.readKeyOnly({ kind, slug }, selection, view);
    if (keyOnlyEntry !== undefined) return Promise.resolve(keyOnlyEntry);
    const { fields, digest } = selection;
    const key = readKeyOf(kind, slug, view);
    const reads = this.reads.get(key) ?? [];
    const sharedRead = findRead(reads, fields);
    if (sharedRead) return sharedRead.entry;
    const entry = this.batcher
      .loader<string, StoredEntry | null>(`entry ${kind} ${view.preview} ${digest}`, async (slugs) => {
        let entries = await this.execute(() => this.store.entries.bySlug(kind, slugs, fields, view));
        for (let redirects = 0; redirects < MAX_SLUG_REDIRECTS; redirects += 1) {
          const redirectedSlugs = [...new Set(entries.flatMap((entry) => redirectSlug(entry) ?? []))];
          if (redirectedSlugs.length === 0) break;
          const targets = await this.execute(() => this.store.entries.bySlug(kind, redirectedSlugs, fields, view));
          const targetBySlug = new Map(redirectedSlugs.map((target, index) => [target, targets[index] ?? null]));
          entries = entries.map((entry) => {
            const target = redirectSlug(entry);
            return target === null ? entry : (targetBySlug.get(target) ?? null);
          });
        }
        this.request.stats.entries += entries.length;
        return entries;
      })
      .load(slug);
    this.reads.set(key, [...reads, { fields, entry }]);
    return entry;
  }

  /** Returns the view in which to read an entry. A preview link shows the draft of its own entry only. */
  private viewOf(kind: string, slug: string): View {
    const { view } = this;
    const isOwn = view.draft !== undefined && view.draft.slug === slug && view.draft.kind === kind;
    return isOwn ? { ...view, preview: true } : view;
  }

  /** Returns the figure store of a page. The URL of the page may name indicators by former slugs. */
  private figureStoreFor({ editions, kind }: PageFigureContext): PageFigureStore {
    const resolveSlug = async (slug: string) => (await this.entry(kind, slug, SLUG_ONLY))?.slug ?? slug;
    return new PageFigureStore(this.store.figures, editions, resolveSlug);
  }

  /** Returns an entry whose key alone is selected, without a read; null if invisible, undefined if it must be read. */
  private readKeyOnly(key: EntryKey, { isKeyOnly }: EntrySelection, view: View): StoredEntry | null | undefined {
    const isShown = isKeyOnly ? this.store.entries.isVisible(key, view) : undefined;
    if (isShown === undefined) return undefined;
    this.request.stats.entries += 1;
    return isShown ? { ...KEY_ONLY_METADATA, ...key } : null;
  }

  async page(kind: string, query: PageQuery): Promise<Page> {
    const page = await this.execute(() => this.store.entries.page(kind, query, this.view));
    this.request.stats.entries += page.edges.length;
    return page;
  }

  /** Returns a page of one list of entries of several kinds. */
  async commonPage(kinds: readonly string[], query: PageQuery): Promise<Page> {
    const page = await this.execute(() => this.store.entries.commonPage(kinds, query, this.view));
    this.request.stats.entries += page.edges.length;
    return page;
  }

  /** Returns a loader of pages of an inverse link, by parent slug. @param digest identifies the query */
  inverse(kind: string, inverse: string, query: PageQuery, digest: string): DataLoader<string, Page> {
    return this.batcher.loader<string, Page>(`inverse ${kind} ${inverse} ${digest}`, async (parents) => {
      const pages = await this.execute(() => this.store.entries.inversePages(kind, inverse, parents, query, this.view));
      return parents.map((parent) => {
        const page = pages.get(parent);
        if (!page) return new Error(`The store has no page of ${inverse} for ${kind} ${parent}.`);
        this.request.stats.entries += page.edges.length;
        return page;
      });
    });
  }

  /** Visits the states of an entry, newest first. Batched by query level. Stops at the deadline. */
  async walkBack(walk: HistoryWalk): Promise<void> {
    const visit: HistoryWalk['visit'] = (state) => !this.request.deadline.isExpired && walk.visit(state);
    const load = async (walks: readonly HistoryWalk[]) => {
      await this.execute(() => this.store.log.walkBack(walks));
      return walks.map(() => true);
    };
    await this.batcher.loader('life', load, this.batcher.waitForLevel).load({ ...walk, visit });
  }

  /** Returns one revision of an entry; null if there is none. */
  revision({ kind, slug, revision }: RevisionKey): Promise<Revision | null> {
    const load = async (keys: readonly string[]) => {
      const states = await this.execute(() => this.store.log.revisionsAt(keys.map(parseRevisionKey)));
      this.request.stats.entries += states.length;
      return states;
    };
    return this.batcher
      .loader('revisions', load, this.batcher.waitForLevel)
      .load(revisionKey({ kind, slug, revision }));
  }

  /** Returns the scheduled publication of an entry; null if there is none. */
  schedule(kind: string, slug: string): Promise<Schedule | null> {
    return this.batcher
      .loader<string, Schedule | null>(`schedules ${kind}`, (slugs) =>
        this.execute(() => this.store.schedules.byKeys(slugs.map((slug) => ({ kind, slug })))),
      )
      .load(slug);
  }

  /** Runs a read, within the deadline. */
  execute<T>(read: () => Promise<T>): Promise<T> {
    return this.batcher.execute(read);
  }

  /** Clears the loaders, after a write. */
  clear(): void {
    this.inverseByField.clear();
    this.reads.clear();
    this.figures.clear();
    this.batcher.clear();
  }
}

/** The editions that a page reads, and the kind whose entries have figures. */
export interface PageFigureContext {
  editions: PageFigureEditions;
  kind: string;
}

/** Returns the current slug of a renamed entry; null for other entries. */
function redirectSlug(entry: StoredEntry | null): string | null {
  const movedTo = entry?.movedTo ?? null;
  return redirectsToOtherKind(movedTo) ? null : movedTo;
}

/** A read of an entry, and its fields. */
interface EntryRead {
  fields: EntrySelection['fields'];
  entry: Promise<StoredEntry | null>;
}

function readKeyOf(kind: string, slug: string, { preview }: View): string {
  return `${kind}/${slug} ${preview}`;
}

/** Returns a read that includes all requested fields, if there is one. A null list of fields means all fields. */
function findRead(reads: readonly EntryRead[], requestedFields: EntrySelection['fields']): EntryRead | undefined {
  return reads.find(
    ({ fields }) =>
      fields === null || (requestedFields !== null && requestedFields.every((field) => fields.includes(field))),
  );
}
