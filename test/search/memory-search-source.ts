import { loadContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import type { Model } from '../../src/model/model.js';
import type { SearchSource } from '../../src/search/search-indexer.js';
import type { ChangeEvent } from '../../src/store/change-log.js';
import type { PersistentCache } from '../../src/store/store.js';
import type { StoredEntry } from '../../src/store/entries.js';
import { consumeChanges } from '../../src/store/connection/consume-changes.js';

/**
 * Serves the published entries of a content folder to the search without a database. The persistent cache is in memory.
 */
export class MemorySearchSource implements SearchSource {
  readonly byKey = new Map<string, StoredEntry>();
  readonly cached = new Map<string, { key: string }>();
  private readonly listeners = new Set<(notice: ChangeEvent) => void>();
  private sequence = 0;

  private constructor(private readonly model: Model) {}

  static async of(model: Model, folder: string): Promise<MemorySearchSource> {
    const source = new MemorySearchSource(model);
    const { records } = await loadContent(folder, { model, modules: kindModules });
    for (const { kind, slug, record, originalLocale } of records) {
      source.put({ kind: kind.name, slug, record, originalLocale });
    }
    return source;
  }

  put(entry: Pick<StoredEntry, 'kind' | 'slug' | 'record'> & Partial<StoredEntry>): void {
    const key = `${this.model.kind(entry.kind).folder}/${entry.slug}`;
    const revision = (this.byKey.get(key)?.revision ?? 0) + 1;
    const time = new Date(0);
    this.byKey.set(key, {
      status: 'PUBLISHED',
      originalLocale: 'en',
      createdAt: time,
      updatedAt: time,
      publishedAt: time,
      movedTo: null,
      formerly: [],
      textRevisions: {},
      ...entry,
      revision,
    });
    this.notify(entry.kind, entry.slug, revision);
  }

  readonly entries: SearchSource['entries'] = {
    published: (kind) => this.published(kind),
    all: (kind) => this.all(kind),
    bySlug: async (kind, slugs) => {
      const { folder } = this.model.kind(kind);
      return slugs.map((slug) => this.byKey.get(`${folder}/${slug}`) ?? null);
    },
  };

  readonly log: SearchSource['log'] = {
    follow: (listener) => {
      const notify = (notice: ChangeEvent) => listener(notice, noneWritten);
      this.listeners.add(notify);
      return () => void this.listeners.delete(notify);
    },
    consume: (onChanges, onTrouble) => consumeChanges({ follow: this.log.follow, onChanges, onError: onTrouble }),
  };

  persistentCache<T extends { key: string }>(): PersistentCache<T> {
    const records = this.cached as Map<string, T>;
    return {
      get: async (keys) => keys.flatMap((key) => records.get(key) ?? []),
      async *keys() {
        yield* [...records.keys()];
      },
      put: async (added) => added.forEach((record) => records.set(record.key, record)),
      remove: async (keys) => keys.forEach((key) => records.delete(key)),
    };
  }

  private async *published(kind: string): AsyncIterable<StoredEntry> {
    for await (const entry of this.all(kind)) if (entry.status === 'PUBLISHED') yield entry;
  }

  private async *all(kind: string): AsyncIterable<StoredEntry> {
    for (const entry of this.byKey.values()) if (entry.kind === kind) yield entry;
  }

  private notify(kind: string, slug: string, revision: number): void {
    this.sequence += 1;
    const status = this.byKey.get(`${this.model.kind(kind).folder}/${slug}`)!.status;
    const entries = [{ kind, slug, revision, action: 'SAVE' as const, status, isPublic: status !== 'DRAFT' }];
    for (const listener of this.listeners) listener({ sequence: this.sequence, entries });
  }
}

function noneWritten(): never {
  throw new Error('Entries are read here.');
}
