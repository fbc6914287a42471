import { AppError } from '../errors.js';
import { areaNames, AREA_FIELDS, withoutGivenWay } from './area-names.js';
import type { Kind, Model } from '../model/model.js';
import { codeField } from '../model/model.js';
import { AreaIndex } from '../series/area-index.js';
import type { Dependencies } from '../store/dependencies.js';
import type { News } from '../store/log.js';
import type { Upkeep } from '../store/upkeep.js';
import type { Store } from '../store/store.js';
import type { Entries, StoredEntry } from '../store/entries.js';

/** The areas as they are known now. */
export interface CurrentAreas {
  /** @throws AppError BUSY until the areas are read for the first time */
  readonly current: AreaIndex;
}

/** The published areas, kept current by the change feed: what cannot be read is read again until it can. */
export class Areas implements CurrentAreas {
  private index: AreaIndex | null = null;
  private readonly kinds: readonly Kind[];
  private readonly upkeep: Upkeep;

  private constructor(
    private readonly model: Model,
    private readonly store: Pick<Store, 'entries' | 'log'>,
    onTrouble: (error: unknown) => void,
  ) {
    this.kinds = model.kinds.filter(codeField);
    this.upkeep = store.log.keepUp((news) => this.take(news), onTrouble);
  }

  /**
   * Reads all areas and follows the change feed from then on. Resolves once they are read, or could not be read at the
   * first attempt.
   *
   * @param onTrouble is told why areas cannot be read, once for a row of failures, and null once they can again; those
   *   known before go on being served
   */
  static async start(
    model: Model,
    store: Pick<Store, 'entries' | 'log'>,
    onTrouble: (error: unknown) => void,
  ): Promise<Areas> {
    let failed = () => {};
    const failure = new Promise<void>((resolve) => (failed = resolve));
    const areas = new Areas(model, store, (error) => {
      failed();
      onTrouble(error);
    });
    await Promise.race([areas.upkeep.settled(), failure]);
    return areas;
  }

  /** @throws AppError BUSY until the areas are read for the first time */
  get current(): AreaIndex {
    if (this.index) return this.index;
    throw new AppError('BUSY', 'The areas are being read; ask again in a moment.');
  }

  /** The same for one answer, of which it is noted whether it depends on them. */
  tracedBy(dependencies: Dependencies): CurrentAreas {
    const read = () => {
      if (!this.upkeep.isSettled) dependencies.giveUp();
      for (const { folder } of this.kinds) dependencies.note(folder, AREA_FIELDS);
      return this.current;
    };
    return {
      get current() {
        return read();
      },
    };
  }

  async close(): Promise<void> {
    await this.upkeep.close();
  }

  private async take(news: News): Promise<void> {
    const isNews = ({ kind }: { kind: string }) => this.kinds.some(({ name }) => name === kind);
    if (news !== 'EVERYTHING' && !news.some(({ entries }) => entries.some(isNews))) return;
    this.index = await readAll(this.model, this.kinds, this.store.entries);
  }
}

async function readAll(model: Model, kinds: readonly Kind[], entries: Entries): Promise<AreaIndex> {
  const all = await Promise.all(kinds.map((kind) => readKind(kind, entries)));
  return new AreaIndex(withoutGivenWay(all.flat().map(areaNames), model));
}

async function readKind(kind: Kind, entries: Entries): Promise<StoredEntry[]> {
  const fields = AREA_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
  const found: StoredEntry[] = [];
  for await (const entry of entries.published(kind.name, fields)) found.push(entry);
  return found;
}
