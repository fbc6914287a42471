import { AppError } from '../errors.js';
import { areaNames, AREA_FIELDS, withoutGivenWay } from './area-names.js';
import { kindKey } from '../model/entry-key.js';
import type { Kind, Model } from '../model/model.js';
import { codeField } from '../model/model.js';
import type { AreaNames } from '../series/area-index.js';
import { AreaIndex } from '../series/area-index.js';
import type { Dependencies } from '../store/dependencies.js';
import type { ChangeNotice, News, Written } from '../store/log.js';
import type { Upkeep } from '../store/upkeep.js';
import type { Store } from '../store/store.js';
import type { Entries, StoredEntry } from '../store/entries.js';

/** The areas as they are known now. */
export interface CurrentAreas {
  /** @throws AppError BUSY until the areas are read for the first time */
  readonly current: AreaIndex;
}

/** What is published as an area; null for what is not any more. */
type Published = AreaNames | null;

/**
 * The published areas, read once and then kept current by what the change feed says of each: what cannot be read is read
 * again until it can.
 */
export class Areas implements CurrentAreas {
  private index: AreaIndex | null = null;
  private readonly published = new Map<string, AreaNames>();
  /** What changed while all are read, of which what is read may be older; null while none are. */
  private changed: Map<string, Published> | null = null;
  private readonly stopFollowing: () => void;
  private readonly kinds: readonly Kind[];
  private readonly upkeep: Upkeep;

  /**
   * Begins to read all areas, and follows the change feed from then on.
   *
   * @param onTrouble is told why areas cannot be read, once for a row of failures, and null once they can again; those
   *   known before go on being served
   */
  constructor(
    private readonly model: Model,
    private readonly store: Pick<Store, 'entries' | 'log'>,
    onTrouble: (error: unknown) => void,
  ) {
    this.kinds = model.kinds.filter(codeField);
    this.stopFollowing = store.log.follow((notice, written) => this.note(notice, written));
    this.upkeep = store.log.keepUp((news) => this.take(news), onTrouble);
  }

  /** Resolves once they are read, or could not be at the first attempt. */
  tried(): Promise<void> {
    return this.upkeep.tried();
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
    this.stopFollowing();
    await this.upkeep.close();
  }

  private note({ entries }: ChangeNotice, written: Written): void {
    let isChanged = false;
    for (const [at, { kind, slug, status, action }] of entries.entries()) {
      const isGone = status === 'RETIRED' || action === 'UNPUBLISH';
      if (!this.kinds.some(({ name }) => name === kind) || (status === 'DRAFT' && !isGone)) continue;
      const area = isGone ? null : areaNames(written(at));
      this.changed?.set(kindKey({ kind, slug }), area);
      this.put(kindKey({ kind, slug }), area);
      isChanged = true;
    }
    if (isChanged && this.index) this.index = this.makeIndex();
  }

  private async take(news: News): Promise<void> {
    if (news !== 'EVERYTHING') return;
    const changed = (this.changed = new Map<string, Published>());
    const all = await Promise.all(this.kinds.map((kind) => readKind(kind, this.store.entries)));
    this.published.clear();
    for (const entry of all.flat()) this.put(kindKey(entry), areaNames(entry));
    for (const [key, area] of changed) this.put(key, area);
    this.changed = null;
    this.index = this.makeIndex();
  }

  private put(key: string, area: Published): void {
    if (area) this.published.set(key, area);
    else this.published.delete(key);
  }

  /** The areas by kind and slug, whenever each of them came. */
  private makeIndex(): AreaIndex {
    const all = [...this.published.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1));
    const areas = this.kinds.flatMap(({ name }) => all.filter(({ kind }) => kind === name));
    return new AreaIndex(withoutGivenWay(areas, this.model));
  }
}

async function readKind(kind: Kind, entries: Entries): Promise<StoredEntry[]> {
  const fields = AREA_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
  const found: StoredEntry[] = [];
  for await (const entry of entries.published(kind.name, fields)) found.push(entry);
  return found;
}
