import type { Field, Kind, Model, Shape } from '../../model/model.js';
import { storedFields } from '../../model/model.js';
import type { Database } from '../connection/database.js';
import type { EntryDocument } from './entry-document.js';
import type { VintageDocument } from '../figures/series-documents.js';
import type { EntryRecord } from '../entries.js';
import type { FiguresCounts, KindCounts, PathCounts, StoreCounts } from '../counts.js';

const BATCH = 1000;
/** How many links lead to each entry is remembered for so many of them. */
const MOST_TARGETS = 1000;

/** Counts what there is of every kind, published and drafted, and of the figures. Reads everything once, bit by bit. */
export async function countAll(database: Database, model: Model): Promise<StoreCounts> {
  const [published, withDrafts] = [new Map<string, KindCounts>(), new Map<string, KindCounts>()];
  for (const kind of model.kinds) {
    const counts = await kindCounts(database, model, kind);
    published.set(kind.name, counts.published);
    withDrafts.set(kind.name, counts.withDrafts);
  }
  return { published, withDrafts, figures: await figuresCounts(database) };
}

/** What is read of a document to count it. */
type Countable = Pick<EntryDocument, '_id' | 'revision' | 'record'>;

interface PathTally extends Omit<PathCounts, 'incoming'> {
  targets: Map<string, number>;
}

/** What is found in one document. */
interface Found {
  items: number;
  targets: string[];
}

/** Counts while documents are read one by one. */
class Tally {
  private readonly paths = new Map<string, PathTally>();
  private revisions = 0;

  constructor(
    private readonly model: Model,
    private readonly kind: Kind,
  ) {}

  add({ record, revision }: Countable): void {
    this.revisions = Math.max(this.revisions, revision);
    const found = new Map<string, Found>();
    this.visit(this.kind, record ?? {}, '', found);
    for (const [path, { items, targets }] of found) {
      const known = this.at(path);
      known.most = Math.max(known.most, items);
      known.total += items;
      for (const target of targets) known.targets.set(target, (known.targets.get(target) ?? 0) + 1);
      known.again = Math.max(known.again, timesOfOne(targets));
    }
  }

  counts(entries: number): KindCounts {
    const paths = new Map<string, PathCounts>();
    for (const [path, { targets, ...counts }] of this.paths) {
      let incoming = 0;
      for (const count of targets.values()) incoming = Math.max(incoming, count);
      paths.set(path, { ...counts, incoming, targets: targets.size > MOST_TARGETS ? null : new Map(targets) });
    }
    return { entries, revisions: this.revisions, paths };
  }

  private visit(shape: Shape, record: EntryRecord, above: string, found: Map<string, Found>): void {
    for (const field of countedFields(shape)) {
      const value = record[field.name];
      if (value == null) continue;
      const path = above + field.name;
      const items = field.list ? (value as unknown[]) : [value];
      const known = found.get(path) ?? { items: 0, targets: [] };
      found.set(path, known);
      known.items += items.length;
      for (const item of items) {
        if (field.link) known.targets.push(item as string);
        else this.visit(this.model.shape(field.type), item as EntryRecord, `${path}.`, found);
      }
    }
  }

  private at(path: string): PathTally {
    const known = this.paths.get(path) ?? { most: 0, total: 0, again: 0, targets: new Map<string, number>() };
    this.paths.set(path, known);
    return known;
  }
}

/** How often the most frequent of these stands among them. */
function timesOfOne(targets: readonly string[]): number {
  if (targets.length < 2) return targets.length;
  const counts = new Map<string, number>();
  for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1);
  return Math.max(...counts.values());
}

/** Fields that hold links or objects, and so can make answers long. */
function countedFields(shape: Shape): readonly Field[] {
  return storedFields(shape).filter(({ nature }) => nature === 'link' || nature === 'object');
}

async function kindCounts(
  database: Database,
  model: Model,
  kind: Kind,
): Promise<{ published: KindCounts; withDrafts: KindCounts }> {
  const tally = new Tally(model, kind);
  const fields = countedFields(kind).map(({ name }) => [`record.${name}`, 1] as const);
  const options = { projection: { revision: 1, ...Object.fromEntries(fields) }, batchSize: BATCH };
  const drafts = new Map<string, Countable>();
  for await (const document of database.drafts(kind.folder).each({}, options)) drafts.set(document._id, document);
  let [entries, drafted] = [0, drafts.size];
  for await (const document of database.entries(kind.folder).each({}, options)) {
    tally.add(document);
    entries += 1;
    if (drafts.has(document._id)) drafted -= 1;
  }
  const published = tally.counts(entries);
  for (const document of drafts.values()) tally.add(document);
  return { published, withDrafts: tally.counts(entries + drafted) };
}

async function figuresCounts(database: Database): Promise<ReadonlyMap<string, FiguresCounts>> {
  const counts = new Map<string, FiguresCounts>();
  const projection = { indicator: 1, coverage: 1, latest: 1, 'provenance.files.name': 1 };
  const vintages = database.vintages.each({}, { projection, sort: { indicator: 1, number: 1 }, batchSize: BATCH });
  for await (const vintage of vintages) {
    const known = counts.get(vintage.indicator);
    counts.set(vintage.indicator, known ? joined(known, oneVintage(vintage)) : oneVintage(vintage));
  }
  return counts;
}

function oneVintage(vintage: VintageDocument): FiguresCounts {
  const { series, from, to, areas } = vintage.coverage;
  const latest = vintage.latest === undefined ? null : { period: null, areas: [], ...vintage.latest };
  return {
    vintages: 1,
    files: vintage.provenance?.files.length ?? 0,
    series,
    from,
    to,
    areas: new Set(areas),
    latest: latest && { period: latest.period, areas: latest.areas },
  };
}

/** Of all vintages the most that any of them has: a query can ask for an earlier one. @param other the newer */
function joined(one: FiguresCounts, other: FiguresCounts): FiguresCounts {
  const [from] = [one.from, other.from].filter((each) => each !== null).sort();
  const to = [one.to, other.to].filter((each) => each !== null).sort();
  return {
    vintages: one.vintages + other.vintages,
    files: Math.max(one.files, other.files),
    series: Math.max(one.series, other.series),
    from: from ?? null,
    to: to.at(-1) ?? null,
    areas: new Set([...one.areas, ...other.areas]),
    latest: other.latest,
  };
}
