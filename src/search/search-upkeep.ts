import { setImmediate } from 'node:timers/promises';
import type { Model } from '../model/model.js';
import type { View } from '../model/view.js';
import type { ChangeLog, ChangeNotice, News } from '../store/log.js';
import type { Upkeep } from '../store/upkeep.js';
import type { PersistentCache, Store } from '../store/store.js';
import type { Entries, StoredEntry } from '../store/entries.js';
import type { AnalysedEntry } from './analysed-entry.js';
import { analyse } from './analysed-entry.js';
import type { Concept } from './lexicon.js';
import { CountryNames } from './country-names.js';
import { Lexicon } from './lexicon.js';
import { LinkGraph } from './link-graph.js';
import type { PackedEntry } from './packed-entry.js';
import { pack, unpack } from './packed-entry.js';
import { OTHER_LABELS, SearchKinds } from './search-kinds.js';
import { TextIndex } from './text-index.js';

/** What search needs of the store. */
export interface SearchSource extends Pick<Store, 'cache'> {
  readonly entries: Pick<Entries, 'published' | 'all' | 'bySlug'>;
  readonly log: Pick<ChangeLog, 'follow' | 'keepUp'>;
}

/** How many entries are read and kept at a time. */
const BATCH = 200;
/** How many entries are taken in before others get their turn. */
const AT_ONCE = 10;

/** Which state of an entry something is made of. */
type State = Pick<AnalysedEntry, 'revision' | 'writtenAt'>;

/** How far the index is filled. */
export type FillState = { state: 'FILLING'; done: number; of: number } | { state: 'READY' };

/**
 * Keeps the text index and the link graph of what a view shows current by the change feed: what cannot be read is read
 * again until it can, and what is withdrawn is gone at once. Each view has an index of its own, so that what readers are
 * told, down to how frequent a word is, never depends on a draft.
 */
export class SearchUpkeep {
  readonly index = new TextIndex();
  readonly graph = new LinkGraph();
  readonly lexicon = new Lexicon([]);
  readonly countries = new CountryNames();
  /** How many entries were analysed since the start; those taken from the cache do not count. */
  analysed = 0;
  private readonly cache: PersistentCache<PackedEntry>;
  private readonly kinds: SearchKinds;
  private readonly upkeep: Upkeep;
  private readonly stopFollowing: () => void;
  /** Entries whose concepts may be others than those by which they were analysed. */
  private readonly stale = new Set<string>();
  /** By key, the revision at which an entry was withdrawn: nothing that is older is put in again. */
  private readonly withdrawn = new Map<string, number>();
  private progress = { done: 0, of: 0 };
  private isFilled = false;
  private isClosed = false;

  /**
   * @param onTrouble is told why records cannot be read, once for a row of failures, and null once they can again
   * @param view what is to be found
   */
  constructor(
    protected readonly model: Model,
    private readonly source: SearchSource,
    onTrouble: (error: unknown) => void,
    private readonly view: View,
  ) {
    this.kinds = new SearchKinds(model);
    this.cache = source.cache<PackedEntry>('analysed');
    this.stopFollowing = source.log.follow((notice) => this.withdraw(notice));
    this.upkeep = source.log.keepUp((news) => this.take(news), onTrouble);
  }

  /** As `SearchKinds.dependsOn`. */
  get dependsOn(): SearchKinds['dependsOn'] {
    return this.kinds.dependsOn;
  }

  /** The slugs of all topics. */
  topicSlugs(): string[] {
    return [...this.lexicon.keys()].map((key) => this.kinds.slugOf(key));
  }

  /** Whether there is a topic of this slug. */
  hasTopic(slug: string): boolean {
    return this.topicsCalled([slug]).some((key) => this.lexicon.has(key));
  }

  /** The keys of the topics of these slugs, whether they are there or not. */
  topicsCalled(slugs: readonly string[]): string[] {
    return this.kinds.topicsCalled(slugs);
  }

  /** How far the index is filled; once it is, it stays so. */
  get filled(): FillState {
    return this.isFilled ? { state: 'READY' } : { state: 'FILLING', ...this.progress };
  }

  /** Whether every change that the feed has told is in the index. */
  get isSettled(): boolean {
    return this.upkeep.isSettled;
  }

  /** Resolves when every change that the feed has told is in the index. */
  settled(): Promise<void> {
    return this.upkeep.settled();
  }

  /** Stops following; what is under way is finished first. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.stopFollowing();
    await this.upkeep.close();
  }

  /** Takes what is no longer shown out at once, before anything is read. */
  private withdraw({ entries, isAnew }: ChangeNotice): void {
    if (isAnew) this.withdrawn.clear();
    for (const { kind, slug, revision, status, action } of entries) {
      if (status !== 'RETIRED' && (action !== 'UNPUBLISH' || this.view.preview)) continue;
      const key = this.kinds.key(kind, slug);
      this.withdrawn.set(key, revision);
      this.remove(key);
    }
  }

  private async take(news: News): Promise<void> {
    if (news === 'EVERYTHING') return this.fill();
    const changed = news.flatMap(({ entries }) => entries.map(({ kind, slug }) => this.kinds.key(kind, slug)));
    const concepts = changed.filter((key) => this.kinds.isConcept(key));
    await this.learn(concepts);
    await this.learnCountries(changed.filter((key) => this.kinds.isCountry(key)));
    await this.readAnew([...new Set([...changed, ...this.stale])]);
  }

  /** Compares all that is shown with what the index holds, and brings in or takes out what differs. */
  private async fill(): Promise<void> {
    const { entries } = this.source;
    const shown = new Map<string, State>();
    for (const kind of this.kinds.found) {
      for await (const entry of this.view.preview ? entries.all(kind) : entries.published(kind, ['revision'])) {
        const { slug, revision, updatedAt } = entry;
        if (this.isShown(entry)) shown.set(this.kinds.key(kind, slug), { revision, writtenAt: updatedAt.getTime() });
      }
    }
    const keys = [...shown.keys()];
    this.progress = { done: 0, of: keys.length };
    const concepts = keys.filter((key) => this.kinds.isConcept(key));
    await this.learn([...new Set([...concepts, ...this.lexicon.keys()])]);
    const countries = keys.filter((key) => this.kinds.isCountry(key));
    await this.learnCountries([...new Set([...countries, ...this.countries.keys()])]);
    for (const key of [...this.index.keys()]) if (!shown.has(key)) this.remove(key);
    for (let from = 0; from < keys.length; from += BATCH) {
      if (this.isClosed) return;
      await this.fillSome(keys.slice(from, from + BATCH), shown);
      this.progress.done += Math.min(BATCH, keys.length - from);
    }
    this.isFilled = true;
    if (!this.view.preview) await this.tidyCache();
  }

  /** Brings some entries in: those that the index lacks are taken from the cache, or else read. */
  private async fillSome(keys: readonly string[], shown: ReadonlyMap<string, State>): Promise<void> {
    const missing = new Set(
      keys.filter((key) => this.stale.has(key) || !isSame(this.index.held(key), shown.get(key)!)),
    );
    const kept = missing.size > 0 ? await this.cache.get([...missing]) : [];
    for (const [at, packed] of kept.entries()) {
      await giveWay(at);
      const entry = isSame(packed, shown.get(packed.key)!) ? unpack(packed) : null;
      if (!entry || !this.isCurrent(entry)) continue;
      this.put(entry);
      this.stale.delete(entry.key);
      missing.delete(entry.key);
    }
    await this.readAnew([...missing]);
  }

  /** Whether an analysed entry still has the concepts that the lexicon would find in it. */
  private isCurrent({ terms, links, lexicon }: AnalysedEntry): boolean {
    return this.lexicon.digestFor(terms, links) === lexicon;
  }

  /** Reads the labels of concepts; entries in which a label that changed may be found become stale. */
  private async learn(keys: readonly string[]): Promise<void> {
    for (const some of this.kinds.batches(keys, BATCH)) {
      const entries = await this.source.entries.bySlug(some.kind, some.slugs, ['title', OTHER_LABELS], this.view);
      for (const [at, entry] of entries.entries()) {
        await giveWay(at);
        const key = this.kinds.key(some.kind, some.slugs[at]!);
        const wasKnown = this.lexicon.has(key);
        const isKnown = this.isShown(entry);
        const labels = isKnown ? this.lexicon.put({ key, ...readNames(entry) }) : this.lexicon.remove(key);
        for (const stems of labels) this.index.holding(stems).forEach((each) => this.stale.add(each));
        if (wasKnown !== isKnown) this.graph.linking(key).forEach((each) => this.stale.add(each));
      }
    }
  }

  /** Reads the names of countries, which are looked for in queries alone. */
  private async learnCountries(keys: readonly string[]): Promise<void> {
    for (const { kind, slugs } of this.kinds.batches(keys, BATCH)) {
      const entries = await this.source.entries.bySlug(kind, slugs, ['title'], this.view);
      for (const [at, entry] of entries.entries()) {
        const key = this.kinds.key(kind, slugs[at]!);
        if (this.isShown(entry)) this.countries.put(key, readNames(entry).titles);
        else this.countries.remove(key);
      }
    }
  }

  /** Reads entries and puts them in, or takes out those that are no longer shown. */
  private async readAnew(keys: readonly string[]): Promise<void> {
    for (const { kind, slugs } of this.kinds.batches(keys, BATCH)) {
      if (!this.kinds.found.includes(kind)) continue;
      const entries = await this.source.entries.bySlug(kind, slugs, null, this.view);
      const analysed: AnalysedEntry[] = [];
      const gone: string[] = [];
      for (const [at, entry] of entries.entries()) {
        await giveWay(at);
        const key = this.kinds.key(kind, slugs[at]!);
        if (this.isShown(entry)) analysed.push(analyse(this.model, entry, this.lexicon));
        else gone.push(key);
        this.stale.delete(key);
      }
      this.analysed += analysed.length;
      analysed.forEach((entry) => this.put(entry));
      gone.forEach((key) => this.remove(key));
      await this.note(analysed, gone);
    }
  }

  private isShown(entry: StoredEntry | null): entry is StoredEntry {
    return entry?.status === 'PUBLISHED' || (entry?.status === 'DRAFT' && this.view.preview);
  }

  /**
   * Writes what was analysed into the cache, but for a preview, which only takes from it what is published. That it cannot
   * be written costs time at the next start, and no more.
   */
  private async note(analysed: readonly AnalysedEntry[], gone: readonly string[]): Promise<void> {
    if (this.view.preview) return;
    await Promise.allSettled([this.cache.put(analysed.map(pack)), this.cache.remove(gone)]);
  }

  /** Removes from the cache what is in the index no longer. */
  private async tidyCache(): Promise<void> {
    let gone: string[] = [];
    for await (const key of this.cache.keys()) if (this.index.held(key) === null) gone.push(key);
    for (; gone.length > 0; gone = gone.slice(BATCH)) await this.note([], gone.slice(0, BATCH));
  }

  private put(entry: AnalysedEntry): void {
    const withdrawn = this.withdrawn.get(entry.key);
    if (withdrawn !== undefined && entry.revision <= withdrawn) return;
    this.withdrawn.delete(entry.key);
    const { key } = entry;
    const isOnlyNamed = this.kinds.isOnlyNamed(key);
    if (!isOnlyNamed) this.graph.put(key, entry.links);
    const { name } = this.model.kind(entry.kind);
    const subjects = this.kinds.subjectsOf({ key, links: this.graph.linksFrom(key) });
    this.index.put({ ...entry, kind: name }, subjects, isOnlyNamed);
  }

  private remove(key: string): void {
    this.index.remove(key);
    this.graph.remove(key);
  }
}

/** Lets others have their turn before some of what is taken in. */
async function giveWay(at: number): Promise<void> {
  if (at % AT_ONCE === 0) await setImmediate();
}

/** Whether something was made of this state of an entry. After a restore, the same revision can be another state. */
function isSame(held: State | null, { revision, writtenAt }: State): boolean {
  return held?.revision === revision && held.writtenAt === writtenAt;
}

function readNames({ record }: StoredEntry): Pick<Concept, 'labels' | 'titles'> {
  const titles = record.title as Record<string, string>;
  return { titles, labels: [...Object.values(titles), ...((record[OTHER_LABELS] ?? []) as string[])] };
}
