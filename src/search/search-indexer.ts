import { setImmediate } from 'node:timers/promises';
import type { Model } from '../model/model.js';
import { PUBLIC_VIEW, type View } from '../model/visibility.js';
import type { ChangeLog, ChangeEvent, PendingChanges } from '../store/change-log.js';
import type { ChangeConsumer } from '../store/change-consumer.js';
import type { PersistentCache, Store } from '../store/store.js';
import type { EntryStore, StoredEntry } from '../store/entries.js';
import { type AnalysedEntry, analyseEntry, ANALYSIS_VERSION } from './analysed-entry.js';
import { CountryNames } from './country-names.js';
import { Lexicon, type LexiconConcept } from './lexicon.js';
import { LinkGraph } from './link-graph.js';
import { ALT_LABELS, CODE_FIELDS, OTHER_NAMES, SearchableKinds } from './searchable-kinds.js';
import { TextIndex } from './text-index.js';

/** Parts of a store from which a search index is filled. */
export interface SearchSource extends Pick<Store, 'persistentCache'> {
  readonly entries: Pick<EntryStore, 'published' | 'all' | 'bySlug'>;
  readonly log: Pick<ChangeLog, 'follow' | 'consume'>;
}

const COUNTRY_FIELDS = ['title', OTHER_NAMES, ...CODE_FIELDS];
const ENTRIES_PER_READ = 200;
/** Number of entries to index before yielding to the event loop. */
const ENTRIES_PER_TICK = 10;

type EntryVersion = Pick<AnalysedEntry, 'revision' | 'writtenAt'>;

/** Progress of filling the index. */
export type FillState = { state: 'FILLING'; done: number; of: number } | { state: 'READY' };

/**
 * Keeps the text index and the link graph of a view up to date through the change feed. Retries failed reads. Removes
 * withdrawn entries at once.
 *
 * Each view has its own index, so that public results, including word frequencies, never depend on drafts.
 */
export class SearchIndexer {
  readonly index = new TextIndex();
  readonly graph = new LinkGraph();
  readonly lexicon = new Lexicon([]);
  readonly countries = new CountryNames();
  /** Number of entries analysed since the start, without cached ones. */
  analysedCount = 0;
  private readonly cache: PersistentCache<AnalysedEntry>;
  readonly kinds: SearchableKinds;
  private readonly consumer: ChangeConsumer;
  private readonly stopFollowing: () => void;
  /** Keys of the entries whose concepts may have changed. */
  private readonly staleKeys = new Set<string>();
  /** Revision of the latest withdrawal, by key. Older states are not added again. */
  private readonly withdrawnRevisions = new Map<string, number>();
  private progress = { done: 0, of: 0 };
  private isFilled = false;
  private isClosed = false;

  /**
   * Starts to fill the index, from the cache if possible, and follows the change feed.
   * @param onError called with the first of consecutive errors, and with null on recovery
   */
  constructor(
    protected readonly model: Model,
    private readonly source: SearchSource,
    onError: (error: unknown) => void,
    private readonly view: View = PUBLIC_VIEW,
  ) {
    this.kinds = new SearchableKinds(model);
    this.cache = source.persistentCache<AnalysedEntry>('analysed');
    this.stopFollowing = source.log.follow((change) => this.withdraw(change));
    this.consumer = source.log.consume((changes) => this.indexChanges(changes), onError);
  }

  topicSlugs(): string[] {
    return [...this.lexicon.keys()].map((key) => this.kinds.slugOf(key));
  }

  hasTopic(slug: string): boolean {
    return this.kinds.topicKeys([slug]).some((key) => this.lexicon.has(key));
  }

  get fillState(): FillState {
    return this.isFilled ? { state: 'READY' } : { state: 'FILLING', ...this.progress };
  }

  /** Whether all reported changes are indexed. */
  get isIdle(): boolean {
    return this.consumer.isIdle;
  }

  whenIdle(): Promise<void> {
    return this.consumer.waitUntilIdle();
  }

  /** Stops indexing after the current batch. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.stopFollowing();
    await this.consumer.close();
  }

  /** Removes withdrawn entries immediately, without reading the store. */
  private withdraw({ entries, isReset }: ChangeEvent): void {
    if (isReset) this.withdrawnRevisions.clear();
    for (const { kind, slug, revision, status, action } of entries) {
      if (status !== 'RETIRED' && (action !== 'UNPUBLISH' || this.view.preview)) continue;
      const key = this.kinds.key(kind, slug);
      this.withdrawnRevisions.set(key, revision);
      this.remove(key);
    }
  }

  private async indexChanges(changes: PendingChanges): Promise<void> {
    if (changes === 'EVERYTHING') return this.fill();
    const changedKeys = changes.flatMap(({ entries }) => entries.map(({ kind, slug }) => this.kinds.key(kind, slug)));
    const concepts = changedKeys.filter((key) => this.kinds.isConcept(key));
    await this.readConcepts(concepts);
    await this.readCountries(changedKeys.filter((key) => this.kinds.isCountry(key)));
    await this.reload([...new Set([...changedKeys, ...this.staleKeys])]);
  }

  /** Compares all visible entries with the index and updates it. */
  private async fill(): Promise<void> {
    const { entries } = this.source;
    const visibleVersions = new Map<string, EntryVersion>();
    for (const kind of this.kinds.searchable) {
      for await (const entry of this.view.preview ? entries.all(kind) : entries.published(kind, ['revision'])) {
        const { slug, revision, updatedAt } = entry;
        if (this.isShown(entry))
          visibleVersions.set(this.kinds.key(kind, slug), { revision, writtenAt: updatedAt.getTime() });
      }
    }
    const keys = [...visibleVersions.keys()];
    this.progress = { done: 0, of: keys.length };
    const concepts = keys.filter((key) => this.kinds.isConcept(key));
    await this.readConcepts([...new Set([...concepts, ...this.lexicon.keys()])]);
    const countries = keys.filter((key) => this.kinds.isCountry(key));
    await this.readCountries([...new Set([...countries, ...this.countries.keys()])]);
    for (const key of [...this.index.keys()]) if (!visibleVersions.has(key)) this.remove(key);
    for (let batchStart = 0; batchStart < keys.length; batchStart += ENTRIES_PER_READ) {
      if (this.isClosed) return;
      await this.fillBatch(keys.slice(batchStart, batchStart + ENTRIES_PER_READ), visibleVersions);
      this.progress.done += Math.min(ENTRIES_PER_READ, keys.length - batchStart);
    }
    this.isFilled = true;
    if (!this.view.preview) await this.pruneCache();
  }

  /** Adds entries from the cache, or reads and analyses them. */
  private async fillBatch(keys: readonly string[], visible: ReadonlyMap<string, EntryVersion>): Promise<void> {
    const missingKeys = new Set(
      keys.filter((key) => this.staleKeys.has(key) || !isSameVersion(this.index.entryByKey(key), visible.get(key)!)),
    );
    const cachedEntries = missingKeys.size > 0 ? await this.cache.get([...missingKeys]) : [];
    for (const [index, entry] of cachedEntries.entries()) {
      await yieldToEventLoop(index);
      if (!isSameVersion(entry, visible.get(entry.key)!) || !this.isCurrent(entry)) continue;
      this.put(entry);
      this.staleKeys.delete(entry.key);
      missingKeys.delete(entry.key);
    }
    await this.reload([...missingKeys]);
  }

  /** Whether an analysed entry has the current version, and its concepts are still up to date. */
  private isCurrent({ form, terms, links, lexicon }: AnalysedEntry): boolean {
    return form === ANALYSIS_VERSION && this.lexicon.digestFor(terms, links) === lexicon;
  }

  /** Reads the labels of concepts. Entries that may contain a changed label become stale. */
  private async readConcepts(keys: readonly string[]): Promise<void> {
    for (const batch of this.kinds.batches(keys, ENTRIES_PER_READ)) {
      const entries = await this.source.entries.bySlug(batch.kind, batch.slugs, ['title', ALT_LABELS], this.view);
      for (const [index, entry] of entries.entries()) {
        await yieldToEventLoop(index);
        const key = this.kinds.key(batch.kind, batch.slugs[index]!);
        const wasKnown = this.lexicon.has(key);
        const isKnown = this.isShown(entry);
        const labels = isKnown ? this.lexicon.put({ key, ...readNames(entry) }) : this.lexicon.remove(key);
        for (const stems of labels) this.index.keysWithAll(stems).forEach((key) => this.staleKeys.add(key));
        if (wasKnown !== isKnown) this.graph.keysLinkingTo(key).forEach((linkingKey) => this.staleKeys.add(linkingKey));
      }
    }
  }

  private async readCountries(keys: readonly string[]): Promise<void> {
    for (const { kind, slugs } of this.kinds.batches(keys, ENTRIES_PER_READ)) {
      const entries = await this.source.entries.bySlug(kind, slugs, COUNTRY_FIELDS, this.view);
      for (const [index, entry] of entries.entries()) {
        const key = this.kinds.key(kind, slugs[index]!);
        if (this.isShown(entry)) this.countries.put(key, readCountry(entry, this.kinds.matchesNameOnly(key)));
        else this.countries.remove(key);
      }
    }
  }

  /** Reads entries and adds them. Removes those that are not visible. */
  private async reload(keys: readonly string[]): Promise<void> {
    for (const { kind, slugs } of this.kinds.batches(keys, ENTRIES_PER_READ)) {
      if (!this.kinds.searchable.includes(kind)) continue;
      const entries = await this.source.entries.bySlug(kind, slugs, null, this.view);
      const analysed: AnalysedEntry[] = [];
      const removed: string[] = [];
      for (const [index, entry] of entries.entries()) {
        await yieldToEventLoop(index);
        const key = this.kinds.key(kind, slugs[index]!);
        if (this.isShown(entry)) analysed.push(analyseEntry(this.model, entry, this.lexicon));
        else removed.push(key);
        this.staleKeys.delete(key);
      }
      this.analysedCount += analysed.length;
      analysed.forEach((entry) => this.put(entry));
      removed.forEach((key) => this.remove(key));
      await this.updateCache(analysed, removed);
    }
  }

  private isShown(entry: StoredEntry | null): entry is StoredEntry {
    return entry?.status === 'PUBLISHED' || (entry?.status === 'DRAFT' && this.view.preview);
  }

  /** Caches analysed entries, except those of a preview. A failure only makes the next start slower. */
  private async updateCache(analysed: readonly AnalysedEntry[], removed: readonly string[]): Promise<void> {
    if (this.view.preview) return;
    await Promise.allSettled([this.cache.put(analysed), this.cache.remove(removed)]);
  }

  /** Removes cache entries that are not in the index. */
  private async pruneCache(): Promise<void> {
    let removedKeys: string[] = [];
    for await (const key of this.cache.keys()) if (this.index.entryByKey(key) === null) removedKeys.push(key);
    for (; removedKeys.length > 0; removedKeys = removedKeys.slice(ENTRIES_PER_READ))
      await this.updateCache([], removedKeys.slice(0, ENTRIES_PER_READ));
  }

  private put(entry: AnalysedEntry): void {
    const withdrawn = this.withdrawnRevisions.get(entry.key);
    if (withdrawn !== undefined && entry.revision <= withdrawn) return;
    this.withdrawnRevisions.delete(entry.key);
    const { key } = entry;
    const matchesNameOnly = this.kinds.matchesNameOnly(key);
    if (!matchesNameOnly) this.graph.put(key, entry.links);
    const { name } = this.model.kind(entry.kind);
    const facetKeys = this.kinds.facetKeysOf({ key, links: this.graph.linksFrom(key) });
    this.index.put({ ...entry, kind: name }, facetKeys, matchesNameOnly);
  }

  private remove(key: string): void {
    this.index.remove(key);
    this.graph.remove(key);
  }
}

/** Yields to the event loop at intervals. */
async function yieldToEventLoop(index: number): Promise<void> {
  if (index % ENTRIES_PER_TICK === 0) await setImmediate();
}

/** Whether two versions are the same. Compares the time as well, because a restore can repeat revision numbers. */
function isSameVersion(state: EntryVersion | null, { revision, writtenAt }: EntryVersion): boolean {
  return state?.revision === revision && state.writtenAt === writtenAt;
}

function readNames({ record }: StoredEntry): Pick<LexiconConcept, 'labels' | 'titles'> {
  const titles = record.title as Record<string, string>;
  return { titles, labels: [...Object.values(titles), ...((record[ALT_LABELS] ?? []) as string[])] };
}

/** Returns the names of a country. Omits codes of countries without a profile: most are also other abbreviations. */
function readCountry(
  { record }: StoredEntry,
  matchesNameOnly: boolean,
): { titles: Readonly<Record<string, string>>; names: string[]; codes: string[] } {
  const [own, others] = CODE_FIELDS.map((name) => record[name]) as [string | undefined, { code: string }[] | undefined];
  const codes = matchesNameOnly ? [] : [...(own === undefined ? [] : [own]), ...(others ?? []).map(({ code }) => code)];
  return {
    titles: record.title as Record<string, string>,
    codes,
    names: (record[OTHER_NAMES] ?? []) as string[],
  };
}
