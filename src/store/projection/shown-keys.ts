import type { EntryKey } from '../../model/entry-key.js';
import { birthSlug, kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import type { View } from '../../model/view.js';
import type { Database } from '../connection/database.js';
import { draftsName } from '../connection/database.js';
import type { LogDocument, LoggedEntry } from '../log/log-document.js';
import { altersThePublic, loggedEntries } from '../log/log-document.js';
import type { EntryDocument } from '../documents/entry-document.js';
import type { Source } from '../documents/sources.js';
import { united } from '../documents/sources.js';

type Row = Pick<EntryDocument, '_id' | 'kind' | 'status' | 'formerly'>;

/** Entries of a kind that are yet to be read. */
interface Left {
  folder: string;
  kind: string;
  areDrafts: boolean;
  /** The last slug that was read. */
  after: string;
}

/** How many entries of each kind are read by one command. */
const AT_ONCE = 500;

/**
 * Which entries readers are shown under the slug they were born with, of which a link tells all that follows from the
 * key, so that they are not read for that; and which are drafts or were withdrawn. Of all others it has to be read.
 */
export class ShownKeys {
  /** False for what is not shown. */
  private readonly known = new Map<string, boolean>();
  /** What changed while they are read, of which what is read may be older. */
  private changed: Set<string> | null = null;

  constructor(
    private readonly database: Database,
    private readonly model: Model,
    /** Whether all is known that was written some moments ago. */
    private readonly isSure: () => boolean,
  ) {}

  /** Whether an entry is shown to a view; undefined where that is not known. */
  isShown(key: EntryKey, { preview }: View): boolean | undefined {
    return !preview && this.isSure() ? this.known.get(kindKey(key)) : undefined;
  }

  /** Takes in what a batch of the log changes; null where another log has replaced the one that was read. */
  take(batch: LogDocument | null): void {
    if (!batch) {
      this.known.clear();
      this.changed = null;
      return;
    }
    for (const entry of loggedEntries(batch)) {
      const isNewDraft = entry.status === 'DRAFT' && entry.before === null;
      if (!altersThePublic(entry) && !isNewDraft) continue;
      this.changed?.add(kindKey(entry));
      this.note(entry);
    }
  }

  /** Reads them all, some of every kind first. */
  async read(): Promise<void> {
    const changed = (this.changed = new Set<string>());
    let left: Left[] = this.model.kinds.flatMap(({ folder, name: kind }) =>
      [false, true].map((areDrafts) => ({ folder, kind, areDrafts, after: '' })),
    );
    while (left.length > 0) {
      const { collection, stages } = united(left.map(makeSource));
      const rows = await this.database.aggregate<Row>(collection, stages);
      // It was read in a log that another has replaced.
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
    // What is left of a retired entry is shown, and an identifier keeps the first slug.
    const isElse = status === 'RETIRED' || (isPublished && (!formerly || birthSlug({ slug, formerly }) !== slug));
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
