import { figureAt, findQuotedFigures } from '../datasets/quoted-figures.js';
import { INDICATOR_KIND } from '../datasets/read-import-entries.js';
import { folderKey, kindKey, parseFolderKey } from '../model/entry-key.js';
import type { SubmittedSeries } from '../records/submitted-figures.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';

/** A claim of an entry whose quoted figure is different or missing in a vintage. */
export interface StaleClaim {
  /** `folder/slug` of the entry that quotes the figure. */
  entry: string;
  statement: string;
  area: string;
  period: string;
  quoted: number;
  /** Figure in the vintage; null if there is none. */
  now: number | null;
}

const MAX_USES = 10_000;

/** Returns the quoted figures of an indicator that the series of a vintage contradict. */
export async function findStaleClaims(
  { store, model }: RecordServices,
  indicator: string,
  series: readonly SubmittedSeries[],
): Promise<StaleClaim[]> {
  const uses = await store.entries.usedBy({ kind: INDICATOR_KIND, slug: indicator }, MAX_USES);
  const keys = new Map(uses.map(({ kind, slug }) => [kindKey({ kind, slug }), { kind, slug }]));
  const staleClaims: StaleClaim[] = [];
  for (const entry of await store.entries.currentStates([...keys.values()])) {
    if (!entry || entry.status === 'RETIRED') continue;
    for (const quoted of findQuotedFigures(entry.record, indicator)) {
      const { statement, area, period, value } = quoted;
      const key = parseFolderKey(model, area);
      const [areaEntry] = key ? await store.entries.currentStates([{ kind: key.kind.name, slug: key.slug }]) : [];
      const currentFigure = areaEntry ? figureAt(series, String(areaEntry.record['code']), quoted) : null;
      const name = folderKey(model.kind(entry.kind), entry.slug);
      if (currentFigure !== value)
        staleClaims.push({ entry: name, statement, area, period, quoted: value, now: currentFigure });
    }
  }
  return staleClaims;
}
