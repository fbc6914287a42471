import { max } from 'd3-array';
import type { Field, Kind, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import { PUBLIC } from '../model/view.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { Store } from '../store/store.js';
import type { KindStats, PathStats } from './collection-stats.js';
import type { FigureCounts } from './figure-stats.js';
import { countEach } from './size-arithmetic.js';

/** Counts entries, links and embedded objects by kind, for readers and previews, and figures. Reads each record once. */
export async function countAll(store: Pick<Store, 'entries' | 'figures'>, model: Model) {
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
    const publishedVersions = slugs.length > 0 ? await store.entries.bySlug(kind.name, slugs, fields, PUBLIC) : [];
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
      const periods = coverages.flatMap(({ from, to }) => [from, to].filter((period) => period !== null)).sort();
      const counts: FigureCounts = {
        vintages: vintages.length,
        files: Math.max(...vintages.map(({ provenance }) => provenance?.files.length ?? 0)),
        series: Math.max(...coverages.map(({ series }) => series)),
        areas: new Set(coverages.flatMap(({ areas }) => areas)),
        from: periods[0] ?? null,
        to: periods.at(-1) ?? null,
      };
      return [slug, counts];
    }),
  );
}

/** Counts the records of one kind. */
class EntryCounter {
  private readonly paths = new Map<
    string,
    Omit<PathStats, 'incoming' | 'linksTo'> & { targets: Map<string, number> }
  >();
  private entries = 0;
  private revisions = 0;

  constructor(
    private readonly model: Model,
    private readonly kind: Kind,
  ) {}

  add({ record, revision }: StoredEntry): void {
    this.entries += 1;
    this.revisions = Math.max(this.revisions, revision);
    const found = new Map<string, string[]>();
    this.visit(this.kind, record, '', found);
    for (const [path, targets] of found) {
      const pathSize = this.paths.get(path) ?? {
        maxPerRecord: 0,
        total: 0,
        maxRepeats: 0,
        targets: new Map<string, number>(),
      };
      this.paths.set(path, pathSize);
      pathSize.maxPerRecord = Math.max(pathSize.maxPerRecord, targets.length);
      pathSize.total += targets.length;
      pathSize.maxRepeats = Math.max(pathSize.maxRepeats, max(countEach(targets).values()) ?? 0);
      countEach(targets, pathSize.targets);
    }
  }

  stats(): KindStats {
    const paths = [...this.paths].map(([path, { targets, ...stats }]): [string, PathStats] => {
      const links = new Map<string, number>();
      for (const [key, count] of targets) {
        const slug = key.slice(key.lastIndexOf('/') + 1);
        links.set(slug, (links.get(slug) ?? 0) + count);
      }
      return [path, { ...stats, incoming: max(targets.values()) ?? 0, linksTo: (slug) => links.get(slug) ?? 0 }];
    });
    return { entries: this.entries, revisions: this.revisions, paths: new Map(paths) };
  }

  /** Collects by path the keys of linked entries, and an empty key per embedded object. */
  private visit(shape: Shape, record: EntryRecord, parentPath: string, found: Map<string, string[]>): void {
    for (const field of countedFields(shape)) {
      const value = record[field.name];
      if (value == null) continue;
      const path = parentPath + field.name;
      const keys = found.get(path) ?? [];
      found.set(path, keys);
      for (const item of field.list ? (value as unknown[]) : [value]) {
        keys.push(field.link ? (item as string) : '');
        if (!field.link) this.visit(this.model.shape(field.type), item as EntryRecord, `${path}.`, found);
      }
    }
  }
}

/** Returns stored links and embedded objects. No other fields make a response large. */
function countedFields(shape: Shape): readonly Field[] {
  return storedFields(shape).filter(({ nature }) => nature === 'link' || nature === 'object');
}
