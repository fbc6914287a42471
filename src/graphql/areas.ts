import { areaNames, AREA_FIELDS, withoutGivenWay } from '../kinds/area.js';
import type { Kind, Model } from '../model/model.js';
import { AreaIndex } from '../series/area-index.js';
import type { ChangeNotice, Store, StoredEntry } from '../store/store.js';

/** The published areas, read once and kept current by the change feed. */
export class Areas {
  private constructor(
    private index: AreaIndex,
    private readonly stopFollowing: () => void,
  ) {}

  /**
   * Reads all areas and follows the change feed from then on.
   *
   * @param onError is told when areas could not be read anew; those known before go on being served
   */
  static async start(model: Model, store: Store, onError: (error: unknown) => void): Promise<Areas> {
    const kinds = model.kinds.filter(codeField);
    let again = false;
    let reading: Promise<void> | null = null;
    // Changes that come while areas are read are read after that, all at once.
    const readAgain = async () => {
      while (again) {
        again = false;
        areas.index = await readAll(model, kinds, store);
      }
    };
    const stop = store.follow(({ entries, isAnew }: ChangeNotice) => {
      if (!isAnew && !entries.some(({ kind }) => kinds.some(({ name }) => name === kind))) return;
      again = true;
      reading ??= readAgain()
        .catch(onError)
        .finally(() => (reading = null));
    });
    const areas: Areas = new Areas(new AreaIndex([]), stop);
    areas.index = await readAll(model, kinds, store);
    return areas;
  }

  get current(): AreaIndex {
    return this.index;
  }

  close(): void {
    this.stopFollowing();
  }
}

/** The field that holds the code of an area, in the kinds that have one. */
export function codeField(kind: Kind) {
  return kind.fields.find((field) => field.type === 'AreaCode' && !field.list);
}

async function readAll(model: Model, kinds: readonly Kind[], store: Store): Promise<AreaIndex> {
  const all = await Promise.all(kinds.map((kind) => readKind(kind, store)));
  return new AreaIndex(withoutGivenWay(all.flat().map(areaNames), model));
}

async function readKind(kind: Kind, store: Store): Promise<StoredEntry[]> {
  const fields = AREA_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
  const entries: StoredEntry[] = [];
  for await (const entry of store.published(kind.name, fields)) entries.push(entry);
  return entries;
}
