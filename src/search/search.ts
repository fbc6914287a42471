import type { Model } from '../model/model.js';
import type { ChangeNotice, Notebook, Store, StoredEntry, View } from '../store/store.js';
import type { AnalysedEntry } from './analysed-entry.js';
import { analyse } from './analysed-entry.js';
import { textsOf } from './entry-texts.js';
import type { Highlight, Match } from './highlight.js';
import { explain } from './highlight.js';
import type { Concept } from './lexicon.js';
import { Lexicon } from './lexicon.js';
import { LinkGraph } from './link-graph.js';
import type { Hit, Ranking } from './rank.js';
import { rank } from './rank.js';
import { TextIndex } from './text-index.js';
import type { QueryWord, Understanding } from './understand.js';
import { understand } from './understand.js';

/** What search needs of the store. */
export type SearchSource = Pick<Store, 'published' | 'bySlug' | 'follow' | 'notebook'>;

/** The field that marks a kind as a scheme of concepts, as in SKOS: other words by which an entry is found. */
const OTHER_LABELS = 'altLabels';
const PUBLIC: View = { role: 'READER', preview: false };
/** How many entries are read and kept at a time. */
const BATCH = 200;

/** What is sought. */
export interface SearchRequest {
  query: string;
  /** Only entries of which this holds. */
  accepts: (entry: { key: string; kind: string }) => boolean;
  first: number;
  /** Only entries after this one. */
  after: Hit | null;
  withFacets: boolean;
}

/** What was found, and how the query was understood. */
export interface Found extends Ranking, Understanding {}

/** The text index and the link graph of what is published, kept current by the change feed. */
export class Search {
  readonly index = new TextIndex();
  readonly graph = new LinkGraph();
  lexicon = new Lexicon([]);
  /** How many entries were worked out since the start; those taken from the notebook do not count. */
  analysed = 0;
  private readonly notebook: Notebook<AnalysedEntry>;
  private readonly conceptKinds: readonly string[];
  private readonly kinds: readonly string[];
  private work: Promise<void> = Promise.resolve();
  private stopFollowing = () => {};

  private constructor(
    private readonly model: Model,
    private readonly source: SearchSource,
    private readonly onError: (error: unknown) => void,
  ) {
    this.notebook = source.notebook<AnalysedEntry>('analysed');
    this.kinds = model.kinds.filter((kind) => kind.audience === null && !kind.standIn).map(({ name }) => name);
    this.conceptKinds = model.kinds
      .filter((kind) => kind.fields.some((field) => field.name === OTHER_LABELS))
      .map(({ name }) => name);
  }

  /**
   * Fills index and graph, from the notebook where nothing changed, and follows the change feed from then on.
   *
   * @param onError is told of what goes wrong while following; the index then lacks that change until the next
   */
  static async start(model: Model, source: SearchSource, onError: (error: unknown) => void): Promise<Search> {
    const search = new Search(model, source, onError);
    search.stopFollowing = source.follow((notice) => search.enqueue(() => search.take(notice)));
    search.enqueue(() => search.fill());
    await search.work;
    return search;
  }

  /** The entries that answer a query, best first, ties by key. */
  find({ query, ...request }: SearchRequest): Found {
    const understanding = understand(query, this.index, this.lexicon);
    return { ...understanding, ...rank(this.index, { ...request, words: understanding.words }) };
  }

  /** Where in an entry's texts the words of a query were found, and why they answer it. */
  explain(entry: StoredEntry, words: readonly QueryWord[]): { highlights: Highlight[]; matches: Match[] } {
    return explain(textsOf(this.model, entry), words, this.lexicon);
  }

  /** Resolves when every change that the feed has told is in the index. */
  settled(): Promise<void> {
    return this.work;
  }

  /** Stops following; what is under way is finished first. */
  async close(): Promise<void> {
    this.stopFollowing();
    await this.work;
  }

  private enqueue(task: () => Promise<void>): void {
    this.work = this.work.then(task).catch(this.onError);
  }

  private async fill(): Promise<void> {
    this.lexicon = new Lexicon(await this.concepts());
    const kept = new Map<string, AnalysedEntry>();
    for await (const page of this.notebook.all()) kept.set(page.key, page);
    for (const kind of this.kinds) {
      const missing: string[] = [];
      for await (const { slug, revision } of this.source.published(kind, [])) {
        const key = this.key(kind, slug);
        const page = kept.get(key);
        kept.delete(key);
        if (page?.revision === revision && page.lexicon === this.lexicon.digest) this.put(page);
        else missing.push(slug);
      }
      await this.readAnew(kind, missing);
    }
    if (kept.size > 0) await this.notebook.remove([...kept.keys()]);
  }

  private async take(notice: ChangeNotice): Promise<void> {
    const byKind = new Map<string, string[]>();
    for (const { kind, slug } of notice.entries) byKind.set(kind, [...(byKind.get(kind) ?? []), slug]);
    if (this.conceptKinds.some((kind) => byKind.has(kind))) {
      const lexicon = new Lexicon(await this.concepts());
      if (lexicon.digest !== this.lexicon.digest) return this.fill();
    }
    for (const [kind, slugs] of byKind) if (this.kinds.includes(kind)) await this.readAnew(kind, slugs);
  }

  /** Reads entries anew and puts them in, or takes out those that are no longer published. */
  private async readAnew(kind: string, slugs: readonly string[]): Promise<void> {
    for (let from = 0; from < slugs.length; from += BATCH) {
      const some = slugs.slice(from, from + BATCH);
      const entries = await this.source.bySlug(kind, some, null, PUBLIC);
      const pages: AnalysedEntry[] = [];
      const gone: string[] = [];
      entries.forEach((entry, at) => {
        if (entry?.status === 'PUBLISHED') pages.push(analyse(this.model, entry, this.lexicon));
        else gone.push(this.key(kind, some[at]!));
      });
      this.analysed += pages.length;
      pages.forEach((page) => this.put(page));
      gone.forEach((key) => this.remove(key));
      if (pages.length > 0) await this.notebook.put(pages);
      if (gone.length > 0) await this.notebook.remove(gone);
    }
  }

  private async concepts(): Promise<Concept[]> {
    const concepts: Concept[] = [];
    for (const kind of this.conceptKinds) {
      for await (const { slug, record } of this.source.published(kind, ['title', OTHER_LABELS])) {
        const labels = [
          ...Object.values(record.title as Record<string, string>),
          ...((record[OTHER_LABELS] ?? []) as string[]),
        ];
        concepts.push({ key: this.key(kind, slug), labels });
      }
    }
    return concepts;
  }

  private put(page: AnalysedEntry): void {
    this.index.put(page);
    this.graph.put(
      page.key,
      page.links.map(({ field, to }) => ({ from: page.key, to, field })),
    );
  }

  private remove(key: string): void {
    this.index.remove(key);
    this.graph.remove(key);
  }

  private key(kind: string, slug: string): string {
    return `${this.model.kind(kind).folder}/${slug}`;
  }
}
