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

/**
 * In-memory index of public and hidden entries, so that links to them need no read. Omits renamed and retired entries.
 */
export class EntryVisibilityIndex {
  /** Whether an entry is public, keyed by `kind/slug`; false for hidden entries. */
  private readonly visibility = new Map<string, boolean>();
  /** Keys of entries that changed while `read` is running, whose rows may be outdated; null if it is not running. */
  private changedKeys: Set<string> | null = null;

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
      this.changedKeys = null;
      return;
    }
    for (const entry of loggedEntries(this.model, batch)) {
      const isNewDraft = entry.status === 'DRAFT' && entry.before === null;
      if (!affectsPublicState(entry) && !isNewDraft) continue;
      this.changedKeys?.add(kindKey(entry));
      this.setVisibility(entry);
    }
  }

  /** Reads the visibility of all entries, in batches across all kinds. */
  async read(): Promise<void> {
    const changedKeys = (this.changedKeys = new Set<string>());
    let pendingScans: PendingScan[] = this.model.kinds.flatMap(({ folder, name: kind }) =>
      [false, true].map((areDrafts) => ({ folder, kind, areDrafts, after: '' })),
    );
    while (pendingScans.length > 0) {
      const { collection, stages } = unionSources(pendingScans.map(makeSource));
      const rawRows = await this.database.aggregate<Row>(collection, stages);
      const rows = rawRows.map((row) => ({ ...row, kind: currentKindName(this.model, row.kind) }));
      // Another log has replaced the one that was read.
      if (this.changedKeys !== changedKeys) return;
      for (const { _id: slug, kind, status, formerly = [] } of rows)
        if (!changedKeys.has(kindKey({ kind, slug }))) this.setVisibility({ kind, slug, status, formerly });
      pendingScans = pendingScans.flatMap((scan) => {
        const scannedRows = rows.filter(
          ({ kind, status }) => kind === scan.kind && (status === 'DRAFT') === scan.areDrafts,
        );
        return scannedRows.length === ENTRIES_PER_READ ? [{ ...scan, after: scannedRows.at(-1)!._id }] : [];
      });
    }
    this.changedKeys = null;
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
  const publicFilter = { status: { $in: ['PUBLISHED', 'WITHDRAWN'] } };
  const draftFilter = { status: 'DRAFT', publishedAt: null };
  return {
    collection: areDrafts ? draftCollectionName(folder) : folder,
    stages: [
      { $match: { _id: { $gt: after }, ...(areDrafts ? draftFilter : publicFilter) } },
      { $sort: { _id: 1 } },
      { $limit: ENTRIES_PER_READ },
      { $project: { kind: 1, status: 1, formerly: 1 } },
    ],
  };
}
