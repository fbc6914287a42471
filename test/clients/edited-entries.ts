import { expect } from '@jest/globals';
import type { SharedServices } from '../../src/graphql/request/context.js';
import { folderKey } from '../../src/model/entry-key.js';
import { renameEntry } from '../../src/records/rename-entry.js';
import type { StoredEntry } from '../../src/store/entries.js';
import type { KnownValues } from '../graphql/random-selection.js';
import type { Random } from '../store/random.js';

/** An entry to edit: its kind and its current slug. */
interface HotEntry {
  kind: string;
  slug: string;
}

const SIGNATURE = { author: 'Ana', message: '' };

/** Entries that are edited and renamed while queries select them by all of their slugs. */
export class EditedEntries {
  /** The time before each call of `change`. */
  readonly moments: string[] = [];
  private readonly names: ReadonlyMap<string, string[]>;

  private constructor(
    private readonly services: SharedServices,
    readonly entries: readonly HotEntry[],
  ) {
    const named = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ slug }) => slug);
    this.names = new Map(entries.map(({ kind }) => [kind, named(kind)]));
  }

  /** Selects two entries of each kind. */
  static of(services: SharedServices, kinds: readonly string[], { slugs }: KnownValues, random: Random): EditedEntries {
    const sample = (kind: string) => random.pickSome(slugs.get(kind)!, 2, 2).map((slug) => ({ kind, slug }));
    return new EditedEntries(services, kinds.flatMap(sample));
  }

  /** Returns values for queries in which these kinds have only these entries, with all slugs that they ever had. */
  known(values: KnownValues): KnownValues {
    const { model } = this.services;
    const ids = [...this.names].flatMap(([kind, slugs]) =>
      slugs.map((slug) => Buffer.from(folderKey(model.kind(kind), slug)).toString('base64url')),
    );
    return { ...values, slugs: new Map([...values.slugs, ...this.names]), ids, moments: this.moments };
  }

  /** Changes the titles of all entries, as a draft or published, and the slugs of two. */
  async change(random: Random): Promise<void> {
    this.moments.push(new Date().toISOString());
    for (const entry of this.entries) {
      await this.retitle(entry, `Title ${random.below(1000)}`, random.pick(['DRAFT', 'PUBLISHED']));
    }
    for (const entry of random.pickSome(this.entries, 2, 2)) {
      await this.rename(entry, `${entry.slug.slice(0, 40)}-${random.below(1000)}`);
    }
    // Related entries come from the search index, which is updated later.
    await this.services.search!.whenIdle();
  }

  /** Writes a new revision of an entry with another title in all languages. */
  async retitle(entry: HotEntry, title: string, status: 'DRAFT' | 'PUBLISHED'): Promise<void> {
    const { kind, slug, revision: expectedRevision, originalLocale, record } = await this.newest(entry);
    const titles = Object.fromEntries(this.services.model.locales.map((locale) => [locale, `${title} ${locale}`]));
    const change = { action: 'SAVE' as const, kind, slug, expectedRevision, originalLocale, status };
    const entries = [{ ...change, record: { ...record, title: titles } }];
    expect(await this.services.store.log.commit({ ...SIGNATURE, entries })).toMatchObject({ committed: true });
  }

  async rename(entry: HotEntry, to: string): Promise<void> {
    const { slug, revision } = await this.newest(entry);
    const renaming = { kind: this.services.model.kind(entry.kind), slug, to, expectedRevision: revision };
    expect(await renameEntry(this.services, renaming, SIGNATURE)).toMatchObject({ outcome: 'WRITTEN' });
    this.names.get(entry.kind)!.push(to);
    entry.slug = to;
  }

  private async newest(entry: HotEntry): Promise<StoredEntry> {
    const [newest] = await this.services.store.entries.currentStates([entry]);
    return newest!;
  }
}
