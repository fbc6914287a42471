import { type EntryKey, firstSlug, kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { View } from '../../model/visibility.js';
import { type Database, draftCollectionName } from '../connection/database.js';
import { affectsPublicState, type LogDocument, loggedEntries, type LoggedEntry } from '../log/log-document.js';
import type { EntryDocument } from '../documents/entry-document.js';
import { type PipelineSource, unionSources } from '../documents/visibility-pipelines.js';
import { currentKindName } from '../documents/stored-kind-name.js';

type Row = Pick<EntryDocument, '_id' | 'kind' | 'status' | 'formerly'>;

interface PendingScan {
  folder: string;
  kind: string;
  areDrafts: boolean;
  after: string;
}

/** Number of entries of a kind per command. */
const ENTRIES_PER_READ = 500;

/** In-memory index of public and hidden entries, so that links to them need no read. Omits renamed and retired ones. */
export class EntryVisibilityIndex {
  /** Whether an entry is public, by `kind/slug`; false for hidden entries. */
  private readonly visibility = new Map<string, boolean>();
  /** Keys of entries that changed while `read` is running, whose rows may be outdated; null if it is not running. */
  private changed: Set<string> | null = null;

  constructor(
    private readonly database: Database,
    private readonly model: Model,
    /** Returns whether recent changes of the log are known. */
    private readonly isCurrent: () => boolean,
  ) {}

  /** Whether an entry is visible in a view; undefined if it must be read. See `EntryStore.isVisible`. */
  isVisible(key: EntryKey, { preview }: View): boolean | undefined {
    return !preview && this.isCurrent() ? this.visibility.get(kindKey(key)) : undefined;
  }

  /** Applies a batch of the log; null if the log was replaced. */
  applyBatch(batch: LogDocument | null): void {
    if (!batch) {
      this.visibility.clear();
      this.changed = null;
      return;
    }
    for (const entry of loggedEntries(this.model, batch)) {
      const isNewDraft = entry.status === 'DRAFT' && entry.before === null;
      if (!affectsPublicState(entry) && !isNewDraft) continue;
      this.changed?.add(kindKey(entry));
      this.setVisibility(entry);
    }
  }

  /** Reads the visibility of all entries, in batches across all kinds. */
  async read(): Promise<void> {
    const changed = (this.changed = new Set<string>());
    let pending: PendingScan[] = this.model.kinds.flatMap(({ folder, name: kind }) =>
      [false, true].map((areDrafts) => ({ folder, kind, areDrafts, after: '' })),
    );
    while (pending.length > 0) {
      const { collection, stages } = unionSources(pending.map(makeSource));
      const found = await this.database.aggregate<Row>(collection, stages);
      const rows = found.map((row) => ({ ...row, kind: currentKindName(this.model, row.kind) }));
      // Another log has replaced the one that was read.
      if (this.changed !== changed) return;
      for (const { _id: slug, kind, status, formerly = [] } of rows)
        if (!changed.has(kindKey({ kind, slug }))) this.setVisibility({ kind, slug, status, formerly });
      pending = pending.flatMap((scan) => {
        const scanned = rows.filter(
          ({ kind, status }) => kind === scan.kind && (status === 'DRAFT') === scan.areDrafts,
        );
        return scanned.length === ENTRIES_PER_READ ? [{ ...scan, after: scanned.at(-1)!._id }] : [];
      });
    }
    this.changed = null;
  }

  private setVisibility({
    kind,
    slug,
    status,
    formerly,
  }: Pick<LoggedEntry, 'kind' | 'slug' | 'formerly'> & { status: string }) {
    const key = kindKey({ kind, slug });
    const isPublished = status === 'PUBLISHED';
    // Retired entries can be visible as tombstones, and renamed entries have another id, so both must be read.
    const needsRead = status === 'RETIRED' || (isPublished && (!formerly || firstSlug({ slug, formerly }) !== slug));
    if (needsRead) this.visibility.delete(key);
    else this.visibility.set(key, isPublished);
  }
}

function makeSource({ folder, areDrafts, after }: PendingScan): PipelineSource {
  const published = { status: { $in: ['PUBLISHED', 'WITHDRAWN'] } };
  const unpublished = { status: 'DRAFT', publishedAt: null };
  return {
    collection: areDrafts ? draftCollectionName(folder) : folder,
    stages: [
      { $match: { _id: { $gt: after }, ...(areDrafts ? unpublished : published) } },
      { $sort: { _id: 1 } },
      { $limit: ENTRIES_PER_READ },
      { $project: { kind: 1, status: 1, formerly: 1 } },
    ],
  };
}
