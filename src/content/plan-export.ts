import { existsSync, readdirSync, statSync } from 'node:fs';
import { AppError } from '../errors.js';
import { folderKey, kindKey, redirectsToOtherKind, splitKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import { publishedSlugs } from '../records/entry-command.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import { readSchedules, readSnapshot, type Snapshot } from '../records/sync-plan.js';
import type { ExistingEntry } from '../records/submission.js';
import { escapeControlCharacters } from '../records/message-text.js';
import type { ContentRecord } from './content-record.js';
import { EntryExporter } from './entry-exporter.js';
import { parseFolderList } from './content-folders.js';
import type { EntryExportResult } from './entry-export-result.js';
import type { ExportConflict } from './export-conflict.js';
import type { ConflictWinner } from './merge-content.js';
import type { RecordedBase, SyncState } from '../records/merge-base.js';
import { databaseFingerprint, readSyncState, writeSyncState } from './sync-state.js';
import { loadContent, type LoadedContent } from './load-content.js';
import type { StoredEntry } from '../store/entries.js';
import { matchRenames, recordsRenamedInFolder } from './detect-renames.js';
import { type StagedChange, StagedFiles } from './staged-files.js';

export interface ExportPlan {
  root: string;
  files: readonly StagedChange[];
  /** Contested fields, and files that are not written. All other changes are written. */
  conflicts: readonly ExportConflict[];
  /** Number of records without changes. */
  unchanged: number;
  /** Records whose files contain changes that are not in the database yet, and are therefore kept. */
  retained: readonly string[];
  /** Entries whose scheduled revision is in no file, because the files contain a newer revision. */
  postponed: readonly string[];
  /** Records that were never in the database. Their files are left unchanged. */
  unknownRecords: readonly string[];
  /** Writes each file atomically. Returns false if the merge base could not be stored. @throws FILE_UNWRITABLE */
  apply(): boolean;
  /** Releases a plan without applying it. */
  discard(): void;
}

export interface ExportOptions extends RecordServices {
  /** Side whose value is used in conflicts of fields. Default: conflicts are reported. */
  keep?: ConflictWinner;
  /** Filter for entries. Default: all. */
  includes?: (folder: string, slug: string) => boolean;
  /** Whether the plan will not be applied. Then no files are staged. */
  isDryRun?: boolean;
  /** Progress callback, called for each record. */
  onRecord?: (done: number) => void;
}

/**
 * Plans the files of all entries that are not withdrawn. Merges changes in files that are not in the database yet with
 * those in the database, by field, or reports conflicts. @throws AppError USAGE if the folder is not a content folder
 */
export async function planExport(root: string, options: ExportOptions): Promise<ExportPlan> {
  const folders = parseFolderList(root);
  for (const folder of folders) rejectOtherFolder(folder, options.model);
  const snapshot = await readSnapshot(options.store.entries, options.model);
  const content = folders.some((folder) => existsSync(folder))
    ? await loadContent(root, {
        ...options,
        findExistingEntries: (records) => Promise.resolve(otherEntries(records, snapshot, options.model)),
        findUnseededRenames: (records) => recordsRenamedInFolder(records, options.store),
      })
    : null;
  const staged = new StagedFiles(folders[0], content?.fileDigests ?? new Map(), options.isDryRun ?? false, folders);
  const database = await databaseFingerprint(options.store.log);
  const syncState = await readSyncState(root, database, options);
  const planner = new ExportPlanner(root, options, snapshot, staged, database, syncState, content);
  try {
    await planner.run();
  } catch (error) {
    staged.discard();
    throw error;
  }
  return {
    root,
    files: staged.changes,
    ...planner.result(),
    apply: () => planner.apply(),
    discard: () => staged.discard(),
  };
}

/** Plans the export of all requested entries, and collects the file changes. */
class ExportPlanner {
  private readonly records: ReadonlyMap<string, ContentRecord>;
  private readonly base: Map<string, RecordedBase>;
  private readonly conflicts: ExportConflict[] = [];
  private readonly retained: string[] = [];
  private readonly postponed: string[] = [];
  private readonly exporter: EntryExporter;
  private readonly visited = new Set<string>();
  /** Published slugs by kind. Read lazily. */
  private readonly publicSlugs = new Map<string, ReadonlySet<string>>();
  private unchanged = 0;

  constructor(
    private readonly root: string,
    private readonly options: ExportOptions,
    private readonly snapshot: Snapshot,
    private readonly staged: StagedFiles,
    private readonly database: string | null,
    private readonly syncState: SyncState,
    content: LoadedContent | null,
  ) {
    this.records = new Map((content?.records ?? []).map((record) => [folderKeyOf(record), record]));
    this.base = new Map(options.includes ? syncState : []);
    this.exporter = new EntryExporter(parseFolderList(root)[0], options);
  }

  async run(): Promise<void> {
    const { store, model, onRecord } = this.options;
    const { renamedInFolder, renamedInDatabase, retired } = await matchRenames([...this.records.values()], store);
    const schedules = await readSchedules(store);
    const absorbed = findAbsorbed(this.snapshot, model);
    let doneCount = 0;
    for (const kind of model.kinds) {
      for (const stored of this.snapshot.get(kind.name)!.values()) {
        if (stored.status === 'RETIRED') continue;
        const names = [stored.slug, ...stored.formerly].map((slug) => folderKey(kind, slug));
        const entry = { ...stored, formerly: [...stored.formerly, ...names.flatMap((key) => absorbed.get(key) ?? [])] };
        const name = folderKey(kind, entry.slug);
        const sameNamedRecord = this.records.get(name);
        const renamedMatch = sameNamedRecord ? undefined : (renamedInFolder.get(name) ?? renamedInDatabase.get(name));
        const existing = sameNamedRecord ?? renamedMatch?.record ?? null;
        if (!this.isRequested(name) && !(renamedMatch && this.isRequested(folderKeyOf(renamedMatch.record)))) continue;
        const baseSlug = renamedMatch?.baseSlug;
        const mergeBase = this.syncState.get(baseSlug === undefined ? name : folderKey(kind, baseSlug));
        const schedule = schedules.get(kindKey(entry));
        if (schedule && schedule.revision < entry.revision) this.postponed.push(name);
        const nameOverride = !sameNamedRecord && renamedInFolder.has(name) ? { name: renamedMatch!.record.slug } : {};
        const published = entry.status === 'DRAFT' ? await this.readPublished(entry) : null;
        const exportInput = { entry, published, existing, baseSlug, mergeBase, schedule, ...nameOverride };
        this.addExport({ name, existing, home: baseSlug }, await this.exporter.exportEntry(exportInput));
        onRecord?.((doneCount += 1));
      }
    }
    for (const [name, { record, entry, baseSlug }] of retired) {
      if (this.visited.has(name) || !this.isRequested(name)) continue;
      const mergeBase = this.syncState.get(folderKey(record.kind, baseSlug));
      this.addExport(
        { name, existing: record, home: baseSlug },
        await this.exporter.exportRetired({ entry, existing: record, mergeBase }),
      );
    }
  }

  result(): Omit<ExportPlan, 'root' | 'files' | 'apply' | 'discard'> {
    const unknownRecords = [...this.records.keys()].filter((name) => !this.visited.has(name) && this.isRequested(name));
    const { unchanged, retained, postponed } = this;
    const conflicts = [...this.conflicts, ...this.staged.conflicts];
    return { conflicts, unchanged, retained, postponed, unknownRecords };
  }

  apply(): boolean {
    try {
      this.staged.apply(this.database, this.base);
      return writeSyncState(this.root, this.database, this.base);
    } finally {
      this.staged.discard();
    }
  }

  /** Returns the published version of a draft; null if there is none. Avoids a read for the many drafts without one. */
  private async readPublished({ kind, slug }: StoredEntry): Promise<StoredEntry | null> {
    let slugs = this.publicSlugs.get(kind);
    if (slugs === undefined) {
      slugs = new Set(await publishedSlugs(this.options.store, kind));
      this.publicSlugs.set(kind, slugs);
    }
    if (!slugs.has(slug)) return null;
    return (await this.options.store.entries.readStatesBeforeWrite([{ kind, slug }])).entries[0]!.published;
  }

  /** Adds an exported entry to the plan. @param baseSlug slug in the merge base; default: the slug in `name` */
  private addExport(
    { name, existing, home }: { name: string; existing: ContentRecord | null; home: string | undefined },
    { files, conflicts, base, isBlocked, isRetained }: EntryExportResult,
  ): void {
    this.visited.add(name);
    if (existing) this.visited.add(folderKeyOf(existing));
    this.conflicts.push(...conflicts);
    const isStaged = !isBlocked && this.staged.add(name, files);
    if (isStaged) {
      if (existing) this.base.delete(folderKeyOf(existing));
      if (base) this.base.set(name, base);
    } else this.carryOverBase(existing && home !== undefined ? folderKey(existing.kind, home) : name);
    if (isRetained && conflicts.length === 0) this.retained.push(name);
    if (existing && files.length === 0 && conflicts.length === 0) this.unchanged += 1;
  }

  /** Carries over the stored merge base of an entry that is not exported. */
  private carryOverBase(name: string): void {
    const earlierBase = this.syncState.get(name);
    if (earlierBase) this.base.set(name, earlierBase);
  }

  private isRequested(name: string): boolean {
    const { folder, slug } = splitKey(name);
    return this.options.includes?.(folder, slug) ?? true;
  }
}

/** Maps each entry to the retired entries of other kinds that redirect to it; all as `folder/slug` at that time. */
function findAbsorbed(snapshot: Snapshot, model: Model): ReadonlyMap<string, readonly string[]> {
  const absorbedByName = new Map<string, string[]>();
  for (const { name: kind, folder } of model.kinds) {
    for (const { slug, movedTo } of snapshot.get(kind)!.values()) {
      if (!redirectsToOtherKind(movedTo)) continue;
      absorbedByName.set(movedTo, [...(absorbedByName.get(movedTo) ?? []), folderKey({ folder }, slug)]);
    }
  }
  return absorbedByName;
}

/** Returns the database entries without files in the folder. Figures in it may refer to them as sources and areas. */
function otherEntries(records: readonly ContentRecord[], snapshot: Snapshot, model: Model): ExistingEntry[] {
  if (!records.some(({ files }) => files.csv !== null)) return [];
  const recordNames = new Set(records.map(folderKeyOf));
  return model.kinds.flatMap(({ name, folder }) =>
    [...snapshot.get(name)!.values()].filter(({ slug }) => !recordNames.has(folderKey({ folder }, slug))),
  );
}

function rejectOtherFolder(root: string, model: Model): void {
  if (!existsSync(root)) return;
  if (!statSync(root).isDirectory()) throw new AppError('USAGE', `"${escapeControlCharacters(root)}" is not a folder.`);
  const names = readdirSync(root).filter((name) => !name.startsWith('.') && name !== 'README.md');
  if (names.length === 0 || names.some((name) => model.kindOfFolder(name))) return;
  throw new AppError(
    'USAGE',
    `"${escapeControlCharacters(root)}" is not a content folder: it contains ${names.slice(0, 3).map(escapeControlCharacters).join(', ')}. Name an empty folder, or a new one.`,
  );
}

function folderKeyOf({ kind, slug }: Pick<ContentRecord, 'kind' | 'slug'>): string {
  return folderKey(kind, slug);
}
