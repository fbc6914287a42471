import { group } from 'd3-array';
import { kindKey } from '../model/entry-key.js';
import { type Kind, type Model, storedFields } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { ExistingEntry, Submission } from './submission.js';
import { nameKey } from './message-text.js';

/** A submitted or existing entry in an `EntryLookup`. */
export interface LookupEntry extends ExistingEntry {
  submitted: boolean;
}

/** Functions of a kind module that find the entries of the kind by code. */
export interface CodeLookupFunctions {
  /** Returns the computed fields that are stored, from the slug and the record. */
  derive?: (slug: string, record: EntryRecord) => EntryRecord;
  /** Returns a function that finds the slug of an entry by a publisher's code or name. */
  createSlugFinder?: (entries: readonly ExistingEntry[]) => (written: string) => string | null;
}

/** All entries that rules can look up. Submitted entries replace existing ones. */
export class EntryLookup {
  /** Current slugs, by kind and former slug. */
  private readonly currentSlugs = new Map<string, string>();
  private readonly byKind = new Map<string, Map<string, LookupEntry>>();
  private byCode: ReadonlyMap<string, readonly LookupEntry[]> | null = null;
  private readonly slugFinders = new Map<string, (written: string) => string | null>();
  private readonly entriesByName = new Map<string, ReadonlyMap<string, LookupEntry | null>>();

  constructor(
    readonly model: Model,
    private readonly modules: ReadonlyMap<string, CodeLookupFunctions>,
    submissions: readonly Submission[],
    knownEntries: Iterable<ExistingEntry>,
  ) {
    const absorbedKeys = new Set(submissions.flatMap(({ absorbs = [] }) => absorbs.map(kindKey)));
    for (const { kind, slug, formerly = [] } of submissions) {
      for (const formerSlug of formerly) this.currentSlugs.set(kindKey({ kind: kind.name, slug: formerSlug }), slug);
    }
    for (const entry of knownEntries) {
      // Renamed and absorbed entries are present under the new name only.
      if (!this.currentSlugs.has(kindKey(entry)) && !absorbedKeys.has(kindKey(entry)))
        this.put({ ...entry, submitted: false });
    }
    for (const { kind, slug, status, record, figures, lacksFigures = false } of submissions) {
      const earlierEntry = this.find(kind.name, slug);
      this.put({
        kind: kind.name,
        slug,
        status,
        record,
        figures: figures ?? earlierEntry?.figures ?? null,
        lacksFigures,
        submitted: true,
      });
    }
  }

  /** Finds an entry by its current or a former slug. */
  find(kind: string, slug: string): LookupEntry | undefined {
    const entriesOfKind = this.byKind.get(kind);
    return entriesOfKind?.get(slug) ?? entriesOfKind?.get(this.currentSlugs.get(kindKey({ kind, slug })) ?? '');
  }

  slugs(kind: string): Iterable<string> {
    return this.byKind.get(kind)?.keys() ?? [];
  }

  kindsWith(slug: string): Kind[] {
    return this.model.kinds.filter((kind) => this.find(kind.name, slug) !== undefined);
  }

  /** Returns the entries with this area code. More than one is an error, except a stand-in and its replacement. */
  findByCode(code: string): readonly LookupEntry[] {
    return this.entriesByCode().get(code) ?? [];
  }

  entriesByCode(): ReadonlyMap<string, readonly LookupEntry[]> {
    this.byCode ??= this.indexByCode();
    return this.byCode;
  }

  /** Returns the entry with a publisher's code or name; null if there is none. */
  findByPublisherCode(kind: string, codeText: string): LookupEntry | null {
    let findSlug = this.slugFinders.get(kind);
    if (findSlug === undefined) {
      const { createSlugFinder, derive } = this.modules.get(kind) ?? {};
      const entries = [...(this.byKind.get(kind)?.values() ?? [])].map((entry) => {
        return { ...entry, record: { ...entry.record, ...derive?.(entry.slug, entry.record) } };
      });
      findSlug = createSlugFinder?.(entries) ?? (() => null);
      this.slugFinders.set(kind, findSlug);
    }
    const slug = findSlug(codeText);
    return (slug !== null && this.find(kind, slug)) || null;
  }

  /** Returns the code of the area with a publisher's code or name; null unless exactly one matches. */
  suggestCode(codeText: string): string | null {
    const matches = this.model.kinds.flatMap(({ name }) => this.findByPublisherCode(name, codeText) ?? []);
    const codes = new Set(matches.map((entry) => this.areaCodeOf(entry)));
    return codes.size === 1 ? ([...codes][0] ?? null) : null;
  }

  /** Returns the entry of a kind with a name key; null unless exactly one matches. */
  findByName(kind: string, key: string): LookupEntry | null {
    const names =
      this.entriesByName.get(kind) ?? indexNames(this.model.kind(kind), this.byKind.get(kind)?.values() ?? []);
    this.entriesByName.set(kind, names);
    return names.get(key) ?? null;
  }

  /** Returns the area code of an entry, stored or computed. */
  areaCodeOf(entry: { kind: string; slug: string; record: EntryRecord }): string | undefined {
    const field = this.model.kind(entry.kind).fields.find(({ type }) => type === 'AreaCode');
    if (!field) return undefined;
    const derivedFields = field.computed ? this.modules.get(entry.kind)?.derive?.(entry.slug, entry.record) : undefined;
    return (entry.record[field.name] ?? derivedFields?.[field.name]) as string | undefined;
  }

  /** Returns stand-in entries that another entry with the same code replaces, each with that entry. */
  replacedStandIns(): { entry: LookupEntry; to: LookupEntry }[] {
    const isStandIn = ({ kind }: LookupEntry) => this.model.kind(kind).standIn;
    return [...this.entriesByCode().values()].flatMap((entries) => {
      const to = entries.find((entry) => !isStandIn(entry));
      return to === undefined ? [] : entries.filter(isStandIn).map((entry) => ({ entry, to }));
    });
  }

  private put(entry: LookupEntry): void {
    const entriesOfKind = this.byKind.get(entry.kind) ?? new Map<string, LookupEntry>();
    this.byKind.set(entry.kind, entriesOfKind.set(entry.slug, entry));
  }

  private indexByCode(): ReadonlyMap<string, readonly LookupEntry[]> {
    const entries = [...this.byKind.values()].flatMap((ofKind) => [...ofKind.values()]);
    const entriesByCode = group(entries, (entry) => this.areaCodeOf(entry) ?? '');
    entriesByCode.delete('');
    return entriesByCode;
  }
}

/** Minimum full-text weight of name fields: titles and acronyms. */
const NAME_WEIGHT = 6;

/** Indexes entries of a kind by name key. Ambiguous names have the value null. */
function indexNames(kind: Kind, entries: Iterable<LookupEntry>): ReadonlyMap<string, LookupEntry | null> {
  const fields = storedFields(kind).filter(({ search, list }) => search >= NAME_WEIGHT && !list);
  const names = new Map<string, LookupEntry | null>();
  for (const entry of entries) {
    const texts = fields.flatMap(({ name }) => {
      const value = entry.record[name] ?? [];
      return typeof value === 'object' ? Object.values(value) : value;
    });
    for (const key of texts.map((text) => nameKey(String(text)))) {
      const earlierEntry = names.get(key);
      names.set(key, earlierEntry === undefined || earlierEntry === entry ? entry : null);
    }
  }
  return names;
}
