import type { EntryKey } from '../../model/entry-key.js';
import { firstSlug, kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { View } from '../../model/view.js';
import type { Database } from '../connection/database.js';
import { draftsName } from '../connection/database.js';
import type { LogDocument, LoggedEntry } from '../log/log-document.js';
import { affectsPublic, loggedEntries } from '../log/log-document.js';
import type { EntryDocument } from '../documents/entry-document.js';
import type { Source } from '../documents/visibility-pipelines.js';
import { unionSources } from '../documents/visibility-pipelines.js';
import { currentKind } from '../documents/stored-kind.js';

type Row = Pick<EntryDocument, '_id' | 'kind' | 'status' | 'formerly'>;

interface Left {
  folder: string;
  kind: string;
  areDrafts: boolean;
  after: string;
}

/** Entries of a kind per command. */
const AT_ONCE = 500;

/**
 * In memory: which entries readers see under their first slug, so that links to them need no read, and which are
 * hidden. All others have to be read.
 */
export class PublicKeySet {
  /** False for hidden entries. */
  private readonly known = new Map<string, boolean>();
  /** Changes since `read` began, which it may not have seen. */
  private changed: Set<string> | null = null;

  constructor(
    private readonly database: Database,
    private readonly model: Model,
    /** Whether recent changes of the log are known. */
    private readonly isSure: () => boolean,
  ) {}

  /** As `Entries.isShown`. */
  isShown(key: EntryKey, { preview }: View): boolean | undefined {
    return !preview && this.isSure() ? this.known.get(kindKey(key)) : undefined;
  }

  /** Takes in a batch of the log; null for a replaced log. */
  take(batch: LogDocument | null): void {
    if (!batch) {
      this.known.clear();
      this.changed = null;
      return;
    }
    for (const entry of loggedEntries(this.model, batch)) {
      const isNewDraft = entry.status === 'DRAFT' && entry.before === null;
      if (!affectsPublic(entry) && !isNewDraft) continue;
      this.changed?.add(kindKey(entry));
      this.note(entry);
    }
  }

  /** Reads all entries, some of every kind first. */
  async read(): Promise<void> {
    const changed = (this.changed = new Set<string>());
    let left: Left[] = this.model.kinds.flatMap(({ folder, name: kind }) =>
      [false, true].map((areDrafts) => ({ folder, kind, areDrafts, after: '' })),
    );
    while (left.length > 0) {
      const { collection, stages } = unionSources(left.map(makeSource));
      const found = await this.database.aggregate<Row>(collection, stages);
      const rows = found.map((row) => ({ ...row, kind: currentKind(this.model, row.kind) }));
      // Another log has replaced the one that was read.
      if (this.changed !== changed) return;
      for (const { _id: slug, kind, status, formerly = [] } of rows)
        if (!changed.has(kindKey({ kind, slug }))) this.note({ kind, slug, status, formerly });
      left = left.flatMap((each) => {
        const read = rows.filter(({ kind, status }) => kind === each.kind && (status === 'DRAFT') === each.areDrafts);
        return read.length === AT_ONCE ? [{ ...each, after: read.at(-1)!._id }] : [];
      });
    }
    this.changed = null;
  }

  private note({ kind, slug, status, formerly }: Pick<LoggedEntry, 'kind' | 'slug' | 'formerly'> & { status: string }) {
    const key = kindKey({ kind, slug });
    const isPublished = status === 'PUBLISHED';
    // A tombstone is shown as well, and an id uses the first slug.
    const isElse = status === 'RETIRED' || (isPublished && (!formerly || firstSlug({ slug, formerly }) !== slug));
    if (isElse) this.known.delete(key);
    else this.known.set(key, isPublished);
  }
}

function makeSource({ folder, areDrafts, after }: Left): Source {
  const published = { status: { $in: ['PUBLISHED', 'WITHDRAWN'] } };
  const unpublished = { status: 'DRAFT', publishedAt: null };
  return {
    collection: areDrafts ? draftsName(folder) : folder,
    stages: [
      { $match: { _id: { $gt: after }, ...(areDrafts ? unpublished : published) } },
      { $sort: { _id: 1 } },
      { $limit: AT_ONCE },
      { $project: { kind: 1, status: 1, formerly: 1 } },
    ],
  };
}
