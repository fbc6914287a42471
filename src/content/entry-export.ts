import { folderKey } from '../model/entry-key.js';
import { vintageFrom } from '../records/figures.js';
import type { Services } from '../records/linked-entries.js';
import type { StoredEntry } from '../store/entries.js';
import type { Schedule } from '../store/schedules.js';
import type { FileChange } from './changed-files.js';
import { changedFiles } from './changed-files.js';
import type { ContentRecord } from './content-record.js';
import { EntryFiles, listPaths } from './entry-files.js';
import { areFormerKnown } from './former-slugs.js';
import { figuresText } from './figures-text.js';
import type { BaseState, EntryContent } from '../records/common-state.js';
import { contentDigest, findCommon } from '../records/common-state.js';
import type { ExportConflict } from './export-conflict.js';
import { fieldConflict, wholeFile } from './export-conflict.js';
import type { Keep, MergedContent } from './merge-entry.js';
import { findBase, chooseFigures, mergeContent } from './merge-entry.js';
import type { ChosenTime } from './publish-time.js';
import { chooseTime, timeAhead } from './publish-time.js';

/** What exporting one entry comes to. */
export interface EntryExport {
  files: readonly FileChange[];
  conflicts: readonly ExportConflict[];
  /** What folder and database then have in common; null where that is nothing. */
  base: BaseState | null;
  /** Whether nothing of the entry is written, so that what the folder remembers of it stays. */
  isBlocked?: boolean;
  /** Whether the files hold what was not seeded yet, and keep it. */
  isKept: boolean;
}

/** One entry with the files that it has, by whatever name. */
export interface EntryPair {
  entry: StoredEntry;
  existing: ContentRecord | null;
  /** The slug that the files are to have; that of the entry, unless the folder renamed them and that is not seeded yet. */
  name?: string;
  /** The slug under which folder and database had it in common; that of the files unless given. */
  home?: string | undefined;
  /** What is remembered of those files. */
  remembered: BaseState | undefined;
  /** What is to be published later of the entry. */
  schedule?: Schedule | undefined;
}

/** Computes what has to become of the files of one entry, so that they hold what the database has and lose nothing. */
export class EntryExporter {
  private readonly files: EntryFiles;

  constructor(
    root: string,
    private readonly services: Services & { keep?: Keep },
  ) {
    this.files = new EntryFiles(root, services);
  }

  /** The files of an entry that is there: what changed in the database comes in, what changed in the files stays. */
  async present(pair: EntryPair): Promise<EntryExport> {
    const { entry, existing, name = entry.slug, home = existing?.slug ?? entry.slug, remembered, schedule } = pair;
    const kind = this.services.model.kind(entry.kind);
    const figures = await this.files.computeDigest(kind, entry);
    const publishAt = timeAhead(entry, schedule);
    const time = existing ? await this.chooseTime({ ...pair, existing, home }) : null;
    const base = {
      revision: entry.revision,
      digest: contentDigest(kind, entry),
      status: entry.status,
      figures,
      publishAt: (time?.isElsewhere ? remembered?.publishAt : publishAt?.toISOString()) ?? null,
    };
    if (existing === null || time === null) {
      const texts = await this.files.readTexts(
        kind,
        entry,
        { ...entry, publishAt },
        {
          existing,
          formerly: entry.formerly,
          slug: name,
        },
      );
      const files = [...texts].map(([path, text]) => ({ path, operation: 'CREATE' as const, text, fields: [] }));
      return { files, conflicts: [], base, isKept: false };
    }
    if (!existing.isWhole) return { ...this.broken(existing, base, remembered), isKept: true };

    const isMoved = existing.slug !== name;
    const named = { ...entry, slug: name };
    const merged = await this.merge(existing, { ...entry, slug: home }, remembered);
    const inFile = { slug: entry.slug, figures: existing.figures };
    const choice =
      figures || existing.figures ? await chooseFigures(this.services, inFile, remembered, this.services.keep) : 'SAME';
    const isKept =
      contentDigest(kind, merged) !== base.digest || choice === 'FILE' || isTimeKept(time, merged, publishAt);
    const isSame =
      !isMoved &&
      !time.isOther &&
      areFormerKnown(existing, named) &&
      contentDigest(kind, merged) === contentDigest(kind, existing);
    const isWritten = !isSame || choice === 'DATABASE';
    const wanted = { existing, entry, name, merged, choice, time };
    const files = isWritten ? await changedFiles(this.files, this.services.model, wanted) : [];
    const contested = [...(time.conflict ? [time.conflict] : []), ...merged.conflicts];
    const conflicts = [
      ...contested.map((conflict) => fieldConflict(existing, conflict, files)),
      ...(choice === 'CONFLICT' ? [await this.figuresConflict(existing, entry)] : []),
    ];
    if (conflicts.length === 0) return { files, conflicts, base, isKept };
    const open = {
      ...base,
      ...(choice === 'CONFLICT' && { figures: remembered?.figures ?? null }),
      ...(time.conflict && { publishAt: time.conflict.base as string | null | undefined }),
      contested: merged.conflicts.map(({ at, base: earlier }) => ({ at, base: earlier })),
    };
    return { files, conflicts, base: open, isKept };
  }

  /** The files of an entry that is withdrawn: they go, unless they were edited since. */
  async gone({ entry, existing, remembered }: EntryPair & { existing: ContentRecord }): Promise<EntryExport> {
    const { kind } = existing;
    const paths = listPaths(existing.files);
    const isMerged = existing.isWhole && (await this.isPast(existing, entry, remembered));
    if (isMerged) {
      const files = paths.map((path) => ({ path, operation: 'REMOVE' as const, text: null, fields: [] }));
      return { files, conflicts: [], base: null, isKept: false };
    }
    const moved = entry.movedTo === null ? '' : `, and is now ${folderKey(kind, entry.movedTo)}`;
    const reason = `was edited, but the entry was withdrawn from the database${moved}`;
    return { files: [], conflicts: [wholeFile(existing, reason)], base: null, isBlocked: true, isKept: true };
  }

  /** Whether all that the files of a record say was in the database before. */
  private async isPast(
    existing: ContentRecord,
    entry: StoredEntry,
    remembered: BaseState | undefined,
  ): Promise<boolean> {
    const { kind, figures } = existing;
    const { slug } = entry;
    const base = await findBase(this.services, existing, entry, remembered);
    if (contentDigest(kind, base) !== contentDigest(kind, existing)) return false;
    if (figures === null) return true;
    const vintages = (await this.services.store.figures.vintages([slug])).get(slug) ?? [];
    return vintages.some(({ digest }) => digest === vintageFrom(slug, figures).digest);
  }

  private async chooseTime({
    existing,
    entry,
    home,
    schedule,
    remembered,
  }: EntryPair & { existing: ContentRecord; home: string }): Promise<ChosenTime> {
    const isAsked = schedule !== undefined || existing.publishAt != null;
    const common = isAsked ? await findCommon(this.services.store.log, existing.kind, home, remembered) : null;
    return chooseTime(existing, entry, schedule, common?.publishAt, this.services.keep);
  }

  private async merge(
    existing: ContentRecord,
    entry: StoredEntry,
    remembered: BaseState | undefined,
  ): Promise<MergedContent> {
    const { kind } = existing;
    if (contentDigest(kind, existing) === contentDigest(kind, entry)) return { ...entry, conflicts: [] };
    const base = await findBase(this.services, existing, entry, remembered);
    return mergeContent(this.services, kind, { base, file: existing, database: entry }, this.services.keep);
  }

  /** What becomes of files that cannot be read as a record: nothing, as long as the database has nothing for them. */
  private broken(
    existing: ContentRecord,
    base: BaseState,
    remembered: BaseState | undefined,
  ): Omit<EntryExport, 'isKept'> {
    const isUnchanged = remembered?.digest === base.digest && remembered.figures === base.figures;
    if (isUnchanged) return { files: [], conflicts: [], base: remembered };
    const reason = 'has problems ("npx signpost validate" tells them), so that the entry cannot be brought into it';
    return { files: [], conflicts: [wholeFile(existing, reason)], base: null, isBlocked: true };
  }

  private async figuresConflict(existing: ContentRecord, entry: StoredEntry): Promise<ExportConflict> {
    const shape = this.services.modules.get(entry.kind)!.figures!(entry.record);
    const texts = [existing.figures ?? [], await this.files.readSeries(entry.slug)].map((figures) =>
      figuresText(entry.slug, figures, shape).split('\n'),
    ) as [string[], string[]];
    const [inFile, inDatabase] = texts.map((lines, at) => lines.find((line) => !texts[1 - at]!.includes(line)) ?? null);
    return {
      file: existing.files.csv!,
      line: 1,
      path: 'figures',
      inFile: inFile!,
      inDatabase: inDatabase!,
      reason: 'differ from the database, where they were changed as well',
    };
  }
}

/** Whether a file says a time of its own, which the database has not heard of. */
function isTimeKept(time: ChosenTime, merged: EntryContent, database: Date | null): boolean {
  if (time.isElsewhere || merged.status !== 'DRAFT') return false;
  return time.publishAt?.getTime() !== database?.getTime();
}
