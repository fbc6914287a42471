import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { redirectKey } from '../model/entry-key.js';
import { createVintage } from '../records/submitted-figures.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import type { StoredEntry } from '../store/entries.js';
import { computeFileChanges } from './file-changes.js';
import type { ContentRecord } from './content-record.js';
import { EntryFileRenderer, listExportPaths } from './entry-file-renderer.js';
import {
  combineRecordAndDraft,
  type EntryExportResult,
  type ExportInput,
  unreadableFilesResult,
  publishedMergeBase,
} from './entry-export-result.js';
import { listsFormerSlugs } from './former-slugs.js';
import { figuresCsv } from './figures-csv.js';
import { contentDigest, type EntryContent, findMergeBase, type RecordedBase } from '../records/merge-base.js';
import { type ExportConflict, fieldConflict, fileConflict } from './export-conflict.js';
import {
  chooseFigures,
  type ConflictWinner,
  findBaseContent,
  mergeContent,
  type MergedContent,
} from './merge-content.js';
import { futurePublishTime, type MergedPublishTime, mergePublishTimes } from './publish-time.js';

interface VersionPair extends ExportInput {
  /** Whether the entry is a draft with separate files, because there is also a published version. */
  isSeparateDraft?: boolean;
  /** Whether to use the database version without merging the contents of the files. */
  isReplaced?: boolean;
}

/** Computes the files of an entry from the database and the existing files, without losing changes. */
export class EntryExporter {
  private readonly files: EntryFileRenderer;

  constructor(
    root: string,
    private readonly services: RecordServices & { keep?: ConflictWinner },
  ) {
    this.files = new EntryFileRenderer(root, services);
  }

  /** Returns the files of an entry that is not withdrawn. Merges changes in the database with those in the files. */
  async exportEntry(pair: ExportInput): Promise<EntryExportResult> {
    const { published, existing, schedule } = pair;
    const isScheduled = existing?.publishAt != null && schedule !== undefined && !existing.draft;
    if (published && !isScheduled) return this.exportWithDraft(pair, published);
    const record = await this.exportVersion({ ...pair, mergeBase: publishedMergeBase(pair.mergeBase) });
    return existing?.draft
      ? combineRecordAndDraft(record, await this.exportLoneDraft(existing.draft, pair), null)
      : record;
  }

  /** Exports a published version, and its draft to separate files. */
  private async exportWithDraft(pair: ExportInput, published: StoredEntry): Promise<EntryExportResult> {
    const { entry, existing, mergeBase } = pair;
    const isOnlyRecord = existing !== null && !existing.draft;
    const isDraftInFolder =
      isOnlyRecord && existing.status === 'DRAFT' && !mergeBase?.published && mergeBase?.status !== 'PUBLISHED';
    const { schedule: _later, ...currentPair } = pair;
    const ofRecord = publishedMergeBase(mergeBase);
    const record = await this.exportVersion({
      ...currentPair,
      entry: published,
      mergeBase: ofRecord,
      isReplaced: isDraftInFolder,
    });
    const isRemoved = isOnlyRecord && mergeBase?.published && contentDigest(existing.kind, entry) === mergeBase.digest;
    if (isRemoved) return { ...record, base: record.base && mergeBase, isRetained: true };
    const draft = { ...pair, existing: existing?.draft ?? null, isSeparateDraft: true };
    if (!isDraftInFolder) {
      const ofDraft = mergeBase?.published ? mergeBase : undefined;
      const draftExport = await this.exportVersion({ ...draft, mergeBase: ofDraft });
      return combineRecordAndDraft(record, draftExport, record.base);
    }
    // The record's file contained the draft. The draft is moved to separate files.
    const { slug: home } = existing;
    const merged = await this.merge(existing, { ...entry, slug: pair.baseSlug ?? home }, mergeBase);
    const draftExport = await this.exportVersion({
      ...draft,
      entry: { ...entry, originalLocale: merged.originalLocale, record: merged.record },
      mergeBase,
    });
    const conflicts = merged.conflicts.map((conflict) => fieldConflict(existing, conflict, []));
    const base = draftExport.base && {
      ...draftExport.base,
      digest: contentDigest(existing.kind, entry),
      contested: merged.conflicts.map(({ at, base: baseValue }) => ({ at, base: baseValue })),
    };
    return combineRecordAndDraft(record, { ...draftExport, conflicts, base }, record.base);
  }

  /** Removes the files of a draft that is no longer in the database. Retains, or renames, them if they were edited. */
  private async exportLoneDraft(
    draft: ContentRecord,
    { name, entry, mergeBase }: ExportInput,
  ): Promise<EntryExportResult> {
    const { kind, files, slug } = draft;
    const paths = listExportPaths(files);
    const isOld = mergeBase?.published !== undefined && contentDigest(kind, draft) === mergeBase.digest;
    const isMoved = slug !== (name ?? entry.slug);
    const removed = paths.map((path) => ({ path, operation: 'REMOVE' as const, text: null, fields: [] }));
    if (isOld) return { files: removed, conflicts: [], base: null, isRetained: false };
    const movedFiles = paths.map((path) => {
      const to = this.files.choosePath(kind, `${name ?? entry.slug}${basename(path).slice(slug.length)}`, files);
      return { path: to, operation: 'CREATE' as const, text: readFileSync(path, 'utf8'), fields: [] };
    });
    return { files: isMoved ? [...movedFiles, ...removed] : [], conflicts: [], base: null, isRetained: true };
  }

  private async exportVersion(pair: VersionPair): Promise<EntryExportResult> {
    const { entry, existing, name = entry.slug, baseSlug = existing?.slug ?? entry.slug, mergeBase, schedule } = pair;
    const { isSeparateDraft = false, isReplaced = false } = pair;
    const kind = this.services.model.kind(entry.kind);
    const figures = isSeparateDraft ? null : await this.files.readFiguresDigest(kind, entry);
    const publishAt = futurePublishTime(entry, schedule);
    const time = existing ? await this.mergeTime({ ...pair, existing, baseSlug }) : null;
    const base = {
      revision: entry.revision,
      digest: contentDigest(kind, entry),
      status: entry.status,
      figures,
      publishAt: (time?.isOfEarlierRevision ? mergeBase?.publishAt : publishAt?.toISOString()) ?? null,
    };
    if (existing === null || time === null) {
      const formerly = isSeparateDraft ? [] : entry.formerly;
      const content = { ...entry, publishAt };
      const fileOptions = { existing, formerly, slug: name, isSeparateDraft };
      const texts = await this.files.renderFiles(kind, entry, content, fileOptions);
      const files = [...texts].map(([path, text]) => ({ path, operation: 'CREATE' as const, text, fields: [] }));
      return { files, conflicts: [], base, isRetained: false };
    }
    if (!existing.isComplete) return { ...unreadableFilesResult(existing, base, mergeBase), isRetained: true };

    const isMoved = existing.slug !== name;
    const namedEntry = { ...entry, slug: name };
    const merged: MergedContent = isReplaced
      ? { ...entry, conflicts: [] }
      : await this.merge(existing, { ...entry, slug: baseSlug }, mergeBase);
    const inFile = { slug: entry.slug, figures: existing.figures };
    const choice =
      figures || existing.figures ? await chooseFigures(this.services, inFile, mergeBase, this.services.keep) : 'SAME';
    const isRetained =
      contentDigest(kind, merged) !== base.digest || choice === 'FILE' || isTimeRetained(time, merged, publishAt);
    const isSame =
      !isMoved &&
      !time.differsFromFile &&
      (isSeparateDraft || listsFormerSlugs(this.services.model, existing, namedEntry)) &&
      contentDigest(kind, merged) === contentDigest(kind, existing);
    const lacksEditions = figures !== null && (await this.files.missingEditions(entry.slug, existing)).size > 0;
    const isWritten = !isSame || choice === 'DATABASE' || lacksEditions;
    const target = { existing, entry, name, merged, choice, time, isSeparateDraft };
    const files = isWritten ? await computeFileChanges(this.files, this.services.model, target) : [];
    const fieldConflicts = [...(time.conflict ? [time.conflict] : []), ...merged.conflicts];
    const conflicts = [
      ...fieldConflicts.map((conflict) => fieldConflict(existing, conflict, files)),
      ...(choice === 'CONFLICT' ? [await this.figuresConflict(existing, entry)] : []),
    ];
    if (conflicts.length === 0) return { files, conflicts, base, isRetained };
    const openBase = {
      ...base,
      ...(choice === 'CONFLICT' && { figures: mergeBase?.figures ?? null }),
      ...(time.conflict && { publishAt: time.conflict.base as string | null | undefined }),
      contested: merged.conflicts.map(({ at, base: baseValue }) => ({ at, base: baseValue })),
    };
    return { files, conflicts, base: openBase, isRetained };
  }

  /** Removes the files of a withdrawn entry. Reports a conflict instead if they were edited. */
  async exportRetired({
    entry,
    existing,
    mergeBase,
  }: ExportInput & { existing: ContentRecord }): Promise<EntryExportResult> {
    const { kind } = existing;
    const { draft } = existing;
    const paths = [...listExportPaths(existing.files), ...(draft ? listExportPaths(draft.files) : [])];
    const wasInDatabase = (record: ContentRecord, base: RecordedBase | undefined) =>
      record.isComplete && this.wasInDatabase(record, entry, base);
    const isMerged =
      (await wasInDatabase(existing, publishedMergeBase(mergeBase))) &&
      (!draft || (await wasInDatabase(draft, mergeBase)));
    if (isMerged) {
      const files = paths.map((path) => ({ path, operation: 'REMOVE' as const, text: null, fields: [] }));
      return { files, conflicts: [], base: null, isRetained: false };
    }
    const movedNotice = entry.movedTo === null ? '' : `, and is now ${redirectKey(kind, entry.movedTo)}`;
    const reason = `was edited, but the entry was withdrawn from the database${movedNotice}`;
    return { files: [], conflicts: [fileConflict(existing, reason)], base: null, isBlocked: true, isRetained: true };
  }

  /** Whether the files are unedited: the database once had their contents. */
  private async wasInDatabase(
    existing: ContentRecord,
    entry: StoredEntry,
    mergeBase: RecordedBase | undefined,
  ): Promise<boolean> {
    const { kind, figures } = existing;
    const { slug } = entry;
    const base = await findBaseContent(this.services, existing, entry, mergeBase);
    if (contentDigest(kind, base) !== contentDigest(kind, existing)) return false;
    if (figures === null) return true;
    const vintages = (await this.services.store.figures.vintages([slug])).get(slug) ?? [];
    return vintages.some(({ digest }) => digest === createVintage(slug, figures).digest);
  }

  private async mergeTime({
    existing,
    entry,
    baseSlug,
    schedule,
    mergeBase,
  }: ExportInput & { existing: ContentRecord; baseSlug: string }): Promise<MergedPublishTime> {
    const hasTime = schedule !== undefined || existing.publishAt != null;
    const common = hasTime ? await findMergeBase(this.services.store.log, existing.kind, baseSlug, mergeBase) : null;
    return mergePublishTimes(existing, entry, schedule, common?.publishAt, this.services.keep);
  }

  private async merge(
    existing: ContentRecord,
    entry: StoredEntry,
    mergeBase: RecordedBase | undefined,
  ): Promise<MergedContent> {
    const { kind } = existing;
    if (contentDigest(kind, existing) === contentDigest(kind, entry)) return { ...entry, conflicts: [] };
    const base = await findBaseContent(this.services, existing, entry, mergeBase);
    return mergeContent(this.services, kind, { base, file: existing, database: entry }, this.services.keep);
  }

  private async figuresConflict(existing: ContentRecord, entry: StoredEntry): Promise<ExportConflict> {
    const shape = this.services.modules.get(entry.kind)!.figures!(entry.record);
    const texts = [existing.figures ?? [], await this.files.readSeries(entry.slug)].map((figures) =>
      figuresCsv(entry.slug, figures, shape).split('\n'),
    ) as [string[], string[]];
    const [inFile, inDatabase] = texts.map(
      (lines, index) => lines.find((line) => !texts[1 - index]!.includes(line)) ?? null,
    );
    return {
      file: existing.files.csv!,
      line: 1,
      path: 'figures',
      inFile: inFile!,
      inDatabase: inDatabase!,
      reason: 'differ from the database, where they were changed too',
    };
  }
}

/** Whether a file has a publication time that the database does not have. */
function isTimeRetained(time: MergedPublishTime, merged: EntryContent, database: Date | null): boolean {
  if (time.isOfEarlierRevision || merged.status !== 'DRAFT') return false;
  return time.publishAt?.getTime() !== database?.getTime();
}
