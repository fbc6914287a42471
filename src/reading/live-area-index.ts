import { AppError } from '../errors.js';
import { toIndexedArea, AREA_FIELDS, withoutReplacedAreas } from './indexed-area.js';
import { type EntryKey, kindKey } from '../model/entry-key.js';
import { areaCodeField, type Kind, type Model } from '../model/model.js';
import { AreaIndex, type IndexedArea } from '../series/area-index.js';
import type { Dependencies } from '../store/cache/dependencies.js';
import type { ChangeEvent, PendingChanges, ReadChangedState } from '../store/change-log.js';
import type { ChangeConsumer } from '../store/change-consumer.js';
import type { Store } from '../store/store.js';
import type { StoredEntry } from '../store/entries.js';

/** Provides the current index of areas. */
export interface AreaIndexProvider {
  /** @throws AppError BUSY until the areas have been read once */
  readonly current: AreaIndex;
}

/** The new state of an area; null if it was retired or unpublished. */
type AreaOrNull = IndexedArea | null;

/** Index of the areas in one view: published areas only, or including drafts. */
class ViewAreaIndex implements AreaIndexProvider {
  private index: AreaIndex | null = null;
  private readonly areasByKey = new Map<string, IndexedArea>();
  /** Changes received while all areas are being read; null at other times. */
  private changed: Map<string, AreaOrNull> | null = null;

  constructor(
    private readonly model: Model,
    private readonly kinds: readonly Kind[],
  ) {}

  get current(): AreaIndex {
    if (this.index) return this.index;
    throw new AppError('BUSY', 'The areas are being loaded; try again in a moment.');
  }

  /** Applies changes, by `kind/slug`. */
  applyChanges(changes: ReadonlyMap<string, AreaOrNull>): void {
    for (const [key, area] of changes) {
      this.changed?.set(key, area);
      this.setArea(key, area);
    }
    if (changes.size > 0 && this.index) this.index = this.makeIndex();
  }

  async read(readEntries: (kind: Kind) => AsyncIterable<StoredEntry>): Promise<void> {
    const changed = (this.changed = new Map<string, AreaOrNull>());
    const areasByKind = await Promise.all(this.kinds.map((kind) => collectAreas(readEntries(kind))));
    this.areasByKey.clear();
    for (const area of areasByKind.flat()) this.setArea(kindKey(area), area);
    for (const [key, area] of changed) this.setArea(key, area);
    this.changed = null;
    this.index = this.makeIndex();
  }

  private setArea(key: string, area: AreaOrNull): void {
    if (area) this.areasByKey.set(key, area);
    else this.areasByKey.delete(key);
  }

  /** Builds the index, sorted by kind and slug. */
  private makeIndex(): AreaIndex {
    const sortedAreas = [...this.areasByKey.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const areas = this.kinds.flatMap(({ name }) => sortedAreas.filter(({ kind }) => kind === name));
    return new AreaIndex(withoutReplacedAreas(areas, this.model));
  }
}

/** Updates an index of published areas, and one with drafts, from the change feed. Retries failed reads. */
export class LiveAreaIndex implements AreaIndexProvider {
  private readonly published: ViewAreaIndex;
  private readonly previewed: ViewAreaIndex;
  private readonly stopFollowing: () => void;
  private readonly kinds: readonly Kind[];
  private readonly consumer: ChangeConsumer;

  /**
   * Starts the first read, and follows the change feed.
   * @param onError receives the first of consecutive errors, and null on recovery
   */
  constructor(
    private readonly model: Model,
    private readonly store: Pick<Store, 'entries' | 'log'>,
    onError: (error: unknown) => void,
  ) {
    this.kinds = model.kinds.filter(areaCodeField);
    this.published = new ViewAreaIndex(model, this.kinds);
    this.previewed = new ViewAreaIndex(model, this.kinds);
    this.stopFollowing = store.log.follow((event, readState) => this.applyEvent(event, readState));
    this.consumer = store.log.consume((changes) => this.reloadIfNeeded(changes), onError);
  }

  /** Resolves after the first read has succeeded or failed. */
  firstAttempt(): Promise<void> {
    return this.consumer.afterFirstAttempt();
  }

  /** @throws AppError BUSY until the areas have been read once */
  get current(): AreaIndex {
    return this.published.current;
  }

  /** Index of the areas including drafts. */
  get inPreview(): AreaIndexProvider {
    return this.previewed;
  }

  /** Returns the published areas with the draft of one entry. */
  withDraft(draft: EntryKey | undefined): AreaIndexProvider {
    if (!draft || !this.kinds.some(({ name }) => name === draft.kind)) return this;
    const isDraft = ({ kind, slug }: EntryKey) => kind === draft.kind && slug === draft.slug;
    const otherAreas = this.current.areas.filter((area) => !isDraft(area));
    const draftAreas = this.inPreview.current.areas.filter(isDraft);
    return { current: new AreaIndex(withoutReplacedAreas([...otherAreas, ...draftAreas], this.model)) };
  }

  /** Returns a provider of the published areas. Each read adds them to the dependencies of a response. */
  withTracking(dependencies: Dependencies): AreaIndexProvider {
    const read = () => {
      if (!this.consumer.isIdle) dependencies.markUncacheable();
      for (const { folder } of this.kinds) dependencies.add(folder, AREA_FIELDS);
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
    await this.consumer.close();
  }

  private applyEvent({ entries }: ChangeEvent, readState: ReadChangedState): void {
    const [published, previewed] = [new Map<string, AreaOrNull>(), new Map<string, AreaOrNull>()];
    for (const [index, { kind, slug, status, action }] of entries.entries()) {
      if (!this.kinds.some(({ name }) => name === kind)) continue;
      const area = status === 'RETIRED' ? null : toIndexedArea(readState(index));
      const key = kindKey({ kind, slug });
      previewed.set(key, area);
      if (status !== 'DRAFT') published.set(key, area);
      else if (action === 'UNPUBLISH') published.set(key, null);
    }
    this.published.applyChanges(published);
    this.previewed.applyChanges(previewed);
  }

  private async reloadIfNeeded(changes: PendingChanges): Promise<void> {
    if (changes !== 'EVERYTHING') return;
    const { entries } = this.store;
    await Promise.all([
      this.published.read((kind) => entries.published(kind.name, areaFieldsOf(kind))),
      this.previewed.read((kind) => entries.all(kind.name, areaFieldsOf(kind))),
    ]);
  }
}

function areaFieldsOf(kind: Kind): readonly string[] {
  return AREA_FIELDS.filter((name) => kind.fields.some((field) => field.name === name));
}

async function collectAreas(entries: AsyncIterable<StoredEntry>): Promise<IndexedArea[]> {
  const found: IndexedArea[] = [];
  for await (const entry of entries) if (entry.status !== 'RETIRED') found.push(toIndexedArea(entry));
  return found;
}
