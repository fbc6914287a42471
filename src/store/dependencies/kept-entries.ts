import type { Model } from '../../model/model.js';
import type { View } from '../../model/view.js';
import { PUBLIC } from '../../model/view.js';
import type { Dependencies } from '../dependencies.js';
import type { Entries, Page, StoredEntry } from '../entries.js';
import type { Keeper } from './keeper.js';
import type { ListDependencies } from './list-dependencies.js';
import { entryTag } from './tags.js';

/** Where entries are read from and kept, and how it is noted what they depend on. */
export interface KeptFrom {
  entries: Entries;
  keeper: Keeper;
  model: Model;
  lists: ListDependencies;
}

/**
 * The entries, of which what the public is shown, and the pages that they stand on, are kept in memory: read once, and
 * again where a change alters it. Whoever sees drafts, and whoever asks while it is not sure that all changes are known,
 * is given what the database has. What is given is shared, and cannot be changed.
 */
export function keptEntries(from: KeptFrom): Entries {
  return new KeptEntries(from).entries;
}

class KeptEntries {
  constructor(private readonly from: KeptFrom) {}

  get entries(): Entries {
    const { entries, keeper, lists } = this.from;
    return {
      ...entries,
      bySlug: (kind, slugs, fields, view) => {
        if (!this.isFor(view)) return entries.bySlug(kind, slugs, fields, view);
        return keeper.each<StoredEntry | null>(slugs, {
          key: this.makeKey(kind, fields),
          read: async (missing) => {
            const found = await entries.bySlug(kind, missing, fields, view);
            return new Map(missing.map((slug, at) => [slug, found[at]!]));
          },
          note: (slug, _entry, into) => this.noteEntry({ kind, slug }, into),
        });
      },
      remembered: (kind, slug, fields, view) => {
        if (!this.isFor(view)) return undefined;
        return keeper.known(`${this.makeKey(kind, fields)} ${slug}`) as StoredEntry | null | undefined;
      },
      page: (kind, query, view) => {
        const read = () => entries.page(kind, query, view);
        const note = (page: Page, into: Dependencies) => {
          lists.page(kind, query, into);
          this.noteEdges(page, into);
        };
        return this.isFor(view) ? keeper.one(JSON.stringify(['page', kind, query]), read, note) : read();
      },
      commonPage: (kinds, query, view) => {
        const read = () => entries.commonPage(kinds, query, view);
        const note = (page: Page, into: Dependencies) => {
          for (const kind of kinds) lists.page(kind, query, into);
          this.noteEdges(page, into);
        };
        return this.isFor(view) ? keeper.one(JSON.stringify(['common', kinds, query]), read, note) : read();
      },
      inversePages: async (kind, inverse, parents, query, view) => {
        if (!this.isFor(view)) return entries.inversePages(kind, inverse, parents, query, view);
        const pages = await keeper.each<Page>(parents, {
          key: JSON.stringify(['inverse', kind, inverse, query]),
          read: (missing) => entries.inversePages(kind, inverse, missing, query, view),
          note: (parent, page, into) => {
            lists.inversePages(kind, inverse, [parent], query, into);
            this.noteEdges(page, into);
          },
        });
        return new Map(parents.map((parent, at) => [parent, pages[at]!]));
      },
      matching: (kinds, filter, locales, view) => {
        const read = () => entries.matching(kinds, filter, locales, view);
        const note = (_keys: unknown, into: Dependencies) => lists.filter(kinds, filter, into);
        return this.isFor(view) ? keeper.one(JSON.stringify(['matching', kinds, filter, locales]), read, note) : read();
      },
    };
  }

  /** What entries of a kind are kept under that were read with these fields, before their slugs. */
  private makeKey(kind: string, fields: readonly string[] | null): string {
    return fields === null ? `entry ${kind} *` : `entry ${kind} ${fields.join()}`;
  }

  private isFor({ role, preview }: View): boolean {
    return role === PUBLIC.role && !preview;
  }

  private noteEdges({ edges }: Page, into: Dependencies): void {
    for (const { entry } of edges) this.noteEntry(entry, into);
  }

  /** An entry is kept as one thing: its revision stands beside whatever is read of it. */
  private noteEntry({ kind, slug }: { kind: string; slug: string }, into: Dependencies): void {
    into.note(entryTag(this.from.model.kind(kind).folder, slug), null);
  }
}
