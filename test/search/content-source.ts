import { loadContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import type { Model } from '../../src/model/model.js';
import type { SearchSource } from '../../src/search/search.js';
import type { ChangeNotice, News, Notebook, StoredEntry, Upkeep } from '../../src/store/store.js';
import { keepUp } from '../../src/store/connection/upkeep.js';

/** The published entries of a content folder as search reads them, without a database; what is kept stays in memory. */
export class ContentSource implements SearchSource {
  readonly entries = new Map<string, StoredEntry>();
  readonly pages = new Map<string, { key: string }>();
  private readonly listeners = new Set<(notice: ChangeNotice) => void>();
  private sequence = 0;

  private constructor(private readonly model: Model) {}

  static async of(model: Model, folder: string): Promise<ContentSource> {
    const source = new ContentSource(model);
    const { records } = await loadContent(folder, { model, modules: kindModules });
    for (const { kind, slug, record, originalLocale } of records) {
      source.put({ kind: kind.name, slug, record, originalLocale });
    }
    return source;
  }

  put(entry: Pick<StoredEntry, 'kind' | 'slug' | 'record'> & Partial<StoredEntry>): void {
    const key = `${this.model.kind(entry.kind).folder}/${entry.slug}`;
    const revision = (this.entries.get(key)?.revision ?? 0) + 1;
    const at = new Date(0);
    this.entries.set(key, {
      status: 'PUBLISHED',
      originalLocale: 'en',
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
      movedTo: null,
      textRevisions: {},
      ...entry,
      revision,
    });
    this.tell(entry.kind, entry.slug, revision);
  }

  async *published(kind: string): AsyncIterable<StoredEntry> {
    for (const entry of this.entries.values()) if (entry.kind === kind && entry.status === 'PUBLISHED') yield entry;
  }

  bySlug(kind: string, slugs: readonly string[]): Promise<(StoredEntry | null)[]> {
    const { folder } = this.model.kind(kind);
    return Promise.resolve(slugs.map((slug) => this.entries.get(`${folder}/${slug}`) ?? null));
  }

  follow(listener: (notice: ChangeNotice) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  keepUp(take: (news: News) => Promise<void>, onTrouble: (error: unknown) => void): Upkeep {
    return keepUp({ follow: (listener) => this.follow(listener), take, onTrouble });
  }

  notebook<T extends { key: string }>(): Notebook<T> {
    const pages = this.pages as Map<string, T>;
    return {
      get: async (keys) => keys.flatMap((key) => pages.get(key) ?? []),
      async *keys() {
        yield* [...pages.keys()];
      },
      put: async (added) => added.forEach((page) => pages.set(page.key, page)),
      remove: async (keys) => keys.forEach((key) => pages.delete(key)),
    };
  }

  private tell(kind: string, slug: string, revision: number): void {
    this.sequence += 1;
    const status = this.entries.get(`${this.model.kind(kind).folder}/${slug}`)!.status;
    const entries = [{ kind, slug, revision, action: 'SAVE' as const, status }];
    for (const listener of this.listeners) listener({ sequence: this.sequence, entries });
  }
}
