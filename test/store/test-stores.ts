import type { Model } from '../../src/model/model.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { connect } from '../../src/store/connection/connect.js';
import { openStore, type StoreOptions } from '../../src/store/open-store.js';
import type { Action, Batch, EntryChange } from '../../src/store/change-log.js';
import type { EntryRecord, PageQuery, Status } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { schemaModel } from '../support/schema-model.js';

/** A query for the first page of all entries, in slug order. Tests override parts of it. */
export const ALL_ENTRIES_QUERY: PageQuery = {
  filter: null,
  orderBy: [{ path: ['slug'], direction: 'ASC' }],
  first: 100,
  after: null,
  last: null,
  before: null,
  locales: ['en'],
  selection: { nodes: true, fields: ['title'], totalCount: true, facets: [] },
};

/** Returns a topic, published at its first revision by default. */
export function topic(slug: string, record: EntryRecord = {}, change: Partial<EntryChange> = {}): EntryChange {
  return entry('Topic', slug, { scheme: 'SUBJECT', ...record }, change);
}

/** Returns an entry of any kind, published at its first revision by default. */
export function entry(
  kind: string,
  slug: string,
  record: EntryRecord = {},
  change: Partial<EntryChange> = {},
): EntryChange {
  return {
    action: 'SAVE',
    kind,
    slug,
    expectedRevision: 0,
    status: 'PUBLISHED',
    originalLocale: 'en',
    record: { title: { en: slug }, ...record },
    ...change,
  };
}

/** Returns the change that follows `before`, with another action and status, and the given fields replaced. */
export function nextChange(before: EntryChange, action: Action, status: Status, record: EntryRecord = {}): EntryChange {
  const expectedRevision = before.expectedRevision + 1;
  return { ...before, action, status, expectedRevision, record: { ...before.record, ...record } };
}

/** Returns a batch with the given changes. */
export function batch(...entries: EntryChange[]): Batch {
  return { author: 'an editor', message: 'a change', entries };
}

/** Returns the slugs of a kind that a view lists. */
export async function slugsOf(store: Store, kind: string, query: Partial<PageQuery> = {}, view = PUBLIC_VIEW) {
  const page = await store.entries.page(kind, { ...ALL_ENTRIES_QUERY, ...query }, view);
  return page.edges.map(({ entry: { slug } }) => slug);
}

/** A database for a test file, and stores over it. All are closed at the end. */
export class TestStores {
  readonly model: Model = schemaModel;
  private readonly opened: Store[] = [];
  private readonly database: Promise<TestDatabase>;
  private count = 0;

  /** @param options the options of testDatabase */
  constructor(options: { own?: boolean; fails?: boolean } = {}) {
    this.database = testDatabase(options);
  }

  async addressOf(name?: string): Promise<{ uri: string; database: string }> {
    const { uri, name: named } = await this.database;
    return { uri, database: named(name ?? `store${this.count++}`) };
  }

  /** Opens a store over a new database, or over the database of another store. */
  async open(options: { name?: string } & Partial<StoreOptions> = {}) {
    const { name, ...others } = options;
    const store = await openStore({ ...(await this.addressOf(name)), model: this.model, ...others });
    this.opened.push(store);
    return store;
  }

  /** Opens a store that rebuilds its collections from the log, as after a server stopped while it did so. */
  async openRebuilt(name: string): Promise<Store> {
    const { uri, database } = await this.addressOf(name);
    const client = await connect(uri, database);
    const marked = await client.state.updateMany(
      { _id: { $regex: '^projection:' } } as object,
      { $set: { isClearing: true } } as object,
    );
    if (marked.modifiedCount === 0) throw new Error(`${name} has no collections that were made from its log.`);
    await client.close();
    return this.open({ name });
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((store) => store.close()));
    await (await this.database).close();
  }
}
