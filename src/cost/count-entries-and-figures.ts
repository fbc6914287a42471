import { group, max, min, sum } from 'd3-array';
import { splitKey } from '../model/entry-key.js';
import { type Field, type Kind, type Model, type Shape, storedFields } from '../model/model.js';
import { PUBLIC_VIEW } from '../model/visibility.js';
import { PERIODS_PER_YEAR, frequencyOfPeriod } from '../series/period.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { Store } from '../store/store.js';
import type { KindStats, PathStats } from './collection-stats.js';
import type { FigureCounts } from './figure-stats.js';

/** Counts entries, links and embedded objects by kind, for readers and previews, and figures. Reads each record once. */
export async function countEntriesAndFigures(store: Pick<Store, 'entries' | 'figures'>, model: Model) {
  const [published, withDrafts] = [new Map<string, KindStats>(), new Map<string, KindStats>()];
  for (const kind of model.kinds) {
    const fields = countedFields(kind).map(({ name }) => name);
    const counter = new EntryCounter(model, kind);
    const drafts: StoredEntry[] = [];
    let entries = 0;
    for await (const entry of store.entries.all(kind.name, fields)) {
      entries += 1;
      if (entry.status === 'DRAFT') drafts.push(entry);
      else counter.add(entry);
    }
    const slugs = drafts.map(({ slug }) => slug);
    const publishedVersions = slugs.length > 0 ? await store.entries.bySlug(kind.name, slugs, fields, PUBLIC_VIEW) : [];
    for (const entry of publishedVersions) if (entry) counter.add(entry);
    published.set(kind.name, counter.stats());
    for (const entry of drafts) counter.add(entry);
    withDrafts.set(kind.name, { ...counter.stats(), entries });
  }
  return { published, withDrafts, figures: await countFigures(store.figures) };
}

/** Counts figures by indicator: the maximum over all editions, because a query can select an earlier one. */
async function countFigures(figures: Store['figures']): Promise<ReadonlyMap<string, FigureCounts>> {
  const editions = await figures.vintages(await figures.indicators());
  return new Map(
    [...editions].map(([slug, vintages]) => {
      const coverages = vintages.map(({ coverage }) => coverage);
      const counts: FigureCounts = {
        vintages: vintages.length,
        files: max(vintages, ({ provenance }) => provenance?.files.length) ?? 0,
        series: max(coverages, ({ series }) => series) ?? 0,
        areas: new Set(coverages.flatMap(({ areas }) => areas)),
        from: min(coverages, ({ from }) => from) ?? null,
        to: max(coverages, ({ to }) => to) ?? null,
        frequency: max(coverages, ({ from }) => (from ? PERIODS_PER_YEAR[frequencyOfPeriod(from)] : 0)) ?? 0,
      };
      return [slug, counts];
    }),
  );
}

/** Maxima over the records of a kind at one path, and the number of links to each slug. */
type PathCounts = Pick<PathStats, 'maxPerRecord' | 'maxRepeats'> & { links: Map<string, number> };

/** Counts the records of one kind. */
class EntryCounter {
  private readonly paths = new Map<string, PathCounts>();
  private entries = 0;

  constructor(
    private readonly model: Model,
    private readonly kind: Kind,
  ) {}

  add({ record }: StoredEntry): void {
    this.entries += 1;
    const found = new Map<string, string[]>();
    this.visit(this.kind, record, '', found);
    for (const [path, slugs] of found) {
      const counts = this.paths.get(path) ?? { maxPerRecord: 0, maxRepeats: 0, links: new Map<string, number>() };
      this.paths.set(path, counts);
      const repeated = group(slugs, (slug) => slug).values();
      counts.maxPerRecord = Math.max(counts.maxPerRecord, slugs.length);
      counts.maxRepeats = Math.max(counts.maxRepeats, max(repeated, ({ length }) => length) ?? 0);
      for (const slug of slugs) counts.links.set(slug, (counts.links.get(slug) ?? 0) + 1);
    }
  }

  stats(): KindStats {
    const paths = [...this.paths].map(([path, { links: current, ...maxima }]): [string, PathStats] => {
      const links = new Map(current);
      const linksTo = (slug: string) => links.get(slug) ?? 0;
      return [path, { ...maxima, total: sum(links.values()), incoming: max(links.values()) ?? 0, linksTo }];
    });
    return { entries: this.entries, paths: new Map(paths) };
  }

  /** Adds to `found`, by path, the slug of each linked entry and an empty string for each embedded object. */
  private visit(shape: Shape, record: EntryRecord, parentPath: string, found: Map<string, string[]>): void {
    for (const field of countedFields(shape)) {
      const value = record[field.name];
      if (value == null) continue;
      const path = parentPath + field.name;
      const slugs = found.get(path) ?? [];
      found.set(path, slugs);
      for (const item of field.list ? (value as unknown[]) : [value]) {
        slugs.push(field.link ? splitKey(item as string).slug : '');
        if (!field.link) this.visit(this.model.shape(field.type), item as EntryRecord, `${path}.`, found);
      }
    }
  }
}

/** Returns the fields that store links or embedded objects. Only these multiply the objects in a response. */
function countedFields(shape: Shape): readonly Field[] {
  return storedFields(shape).filter(({ category }) => category === 'link' || category === 'object');
}
