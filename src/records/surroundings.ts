import type { Kind, Model } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { KindModules } from './kind-module.js';
import type { KnownEntry, Submission } from './submission.js';

/** An entry as rules see it: one that is being submitted, or one that is there already. */
export interface Seen extends KnownEntry {
  submitted: boolean;
}

/** All entries that rules can look at: what is submitted, over what is there already. */
export class Surroundings {
  private readonly byKind = new Map<string, Map<string, Seen>>();
  private codes: ReadonlyMap<string, readonly Seen[]> | null = null;

  constructor(
    readonly model: Model,
    private readonly modules: KindModules,
    submissions: readonly Submission[],
    known: Iterable<KnownEntry>,
  ) {
    for (const entry of known) this.put({ ...entry, submitted: false });
    for (const { kind, slug, status, record, figures } of submissions) {
      const earlier = this.find(kind.name, slug);
      this.put({
        kind: kind.name,
        slug,
        status,
        record,
        figures: figures ?? earlier?.figures ?? null,
        submitted: true,
      });
    }
  }

  /** The entry, or undefined. */
  find(kind: string, slug: string): Seen | undefined {
    return this.byKind.get(kind)?.get(slug);
  }

  /** The slugs of a kind. */
  slugs(kind: string): Iterable<string> {
    return this.byKind.get(kind)?.keys() ?? [];
  }

  /** The kinds that have an entry with this slug. */
  kindsWith(slug: string): Kind[] {
    return this.model.kinds.filter((kind) => this.find(kind.name, slug) !== undefined);
  }

  /** The entries that have this code of an area: none, one, or several where that is what is wrong. */
  withCode(code: string): readonly Seen[] {
    return this.allCodes().get(code) ?? [];
  }

  /** Every code of an area, with the entries that have it. */
  allCodes(): ReadonlyMap<string, readonly Seen[]> {
    this.codes ??= this.readCodes();
    return this.codes;
  }

  /** The code of an area that an entry has, written or worked out; undefined where its kind has none. */
  codeOf(entry: { kind: string; slug: string; record: EntryRecord }): string | undefined {
    const field = this.model.kind(entry.kind).fields.find(({ type }) => type === 'AreaCode');
    if (!field) return undefined;
    const derived = field.computed ? this.modules.get(entry.kind)?.derive?.(entry.slug, entry.record) : undefined;
    return (entry.record[field.name] ?? derived?.[field.name]) as string | undefined;
  }

  /** The entries that only stand in for others and give way to one with the same code, each with that one. */
  givingWay(): { entry: Seen; to: Seen }[] {
    const standsIn = ({ kind }: Seen) => this.model.kind(kind).standIn;
    return [...this.allCodes().values()].flatMap((entries) => {
      const to = entries.find((entry) => !standsIn(entry));
      return to === undefined ? [] : entries.filter(standsIn).map((entry) => ({ entry, to }));
    });
  }

  private put(entry: Seen): void {
    const ofKind = this.byKind.get(entry.kind) ?? new Map<string, Seen>();
    this.byKind.set(entry.kind, ofKind.set(entry.slug, entry));
  }

  private readCodes(): ReadonlyMap<string, readonly Seen[]> {
    const codes = new Map<string, Seen[]>();
    for (const entries of this.byKind.values()) {
      for (const entry of entries.values()) {
        const code = this.codeOf(entry);
        if (code !== undefined) codes.set(code, [...(codes.get(code) ?? []), entry]);
      }
    }
    return codes;
  }
}
