import { readFileSync } from 'node:fs';
import type { Model } from '../model/model.js';
import { contentDigest, type EntryContent } from '../records/merge-base.js';
import { diffRecords } from '../records/diff-records.js';
import type { StoredEntry } from '../store/entries.js';
import { BODY_FIELD, type ContentRecord } from './content-record.js';
import { type EntryFileRenderer, listExportPaths } from './entry-file-renderer.js';
import { listsFormerSlugs, formerlyFieldValue } from './former-slugs.js';
import type { FiguresChoice } from './merge-content.js';
import type { MergedPublishTime } from './publish-time.js';
import { readTextOrNull } from './sync-state.js';

export interface FileChange {
  path: string;
  operation: 'CREATE' | 'CHANGE' | 'REMOVE';
  /** New text; null to delete the file. */
  text: string | null;
  /** Changed fields of an existing file. */
  fields: readonly string[];
}

/** Requested contents of the files of an entry. */
interface TargetFiles {
  existing: ContentRecord;
  entry: StoredEntry;
  /** Slug for the file names. */
  name: string;
  merged: EntryContent;
  choice: FiguresChoice;
  time: MergedPublishTime;
  /** Whether to write the separate files of a draft that also has a published version. */
  isSeparateDraft: boolean;
}

/** Returns the file changes after which the files of an entry have the requested contents. */
export async function computeFileChanges(
  files: EntryFileRenderer,
  model: Model,
  target: TargetFiles,
): Promise<FileChange[]> {
  const { existing, entry, name, merged, choice, time, isSeparateDraft } = target;
  const { kind, files: existingFiles } = existing;
  const isMoved = existing.slug !== name;
  const publishAt = merged.status === 'DRAFT' ? time.publishAt : null;
  const formerly = isSeparateDraft ? [] : formerlyFieldValue(model, existing, { ...entry, slug: name });
  const fileOptions = { existing, formerly, slug: name, isSeparateDraft };
  const texts = await files.renderFiles(kind, entry, { ...merged, publishAt }, fileOptions);
  const retainedPaths = isMoved ? [] : [...unchangedBodyFiles(existing, merged), ...unchangedYamlFiles(model, target)];
  const unmodifiedFiles = [
    [choice === 'DATABASE' ? null : existingFiles.csv, 'csv'],
    [existingFiles.recipe, 'recipe.yaml'],
    ...[...existingFiles.editions].map(([date, path]) => [path, `${date}.csv`] as const),
  ] as const;
  for (const [path, ending] of unmodifiedFiles) {
    if (path === null) continue;
    if (isMoved) texts.set(files.choosePath(kind, `${name}.${ending}`, existingFiles), readFileSync(path, 'utf8'));
    else retainedPaths.push(path);
  }
  if (existingFiles.overrides.length > 0)
    retainedPaths.push(...[...texts].flatMap(([path, text]) => (readTextOrNull(path) === text ? [path] : [])));
  for (const path of retainedPaths) texts.delete(path);

  const present = [...listExportPaths(existingFiles), ...(existingFiles.recipe === null ? [] : [existingFiles.recipe])];
  const fields = changedFields(model, target);
  const writtenChanges = [...texts].map(([path, text]): FileChange => {
    if (!present.includes(path)) return { path, operation: 'CREATE', text, fields: [] };
    return { path, operation: 'CHANGE', text, fields: path.endsWith('.yaml') ? fields : [] };
  });
  const removedPaths = present.filter((path) => !texts.has(path) && !retainedPaths.includes(path));
  return [
    ...writtenChanges,
    ...removedPaths.map((path): FileChange => ({ path, operation: 'REMOVE', text: null, fields: [] })),
  ];
}

/** Returns the changed fields of a record, except its body, which has separate files. */
function changedFields(model: Model, { existing, merged, time }: TargetFiles): string[] {
  const changedPaths = diffRecords(model, existing.kind, existing.record, merged.record).map(({ path }) => path);
  const headerFields = time.differsFromFile ? ['publishAt'] : existing.status === merged.status ? [] : ['status'];
  return [...new Set([...headerFields, ...changedPaths])].filter((path) => path.split(/[.[]/)[0] !== BODY_FIELD);
}

/** Returns the paths of the record's YAML files if they already have the requested contents; else an empty list. */
function unchangedYamlFiles(
  model: Model,
  { existing, entry, name, merged, time, isSeparateDraft }: TargetFiles,
): string[] {
  const { kind, files } = existing;
  const yamlDigest = ({ record: { [BODY_FIELD]: _body, ...record }, ...content }: EntryContent) =>
    contentDigest(kind, { ...content, record });
  const isSame =
    !time.differsFromFile &&
    (isSeparateDraft || listsFormerSlugs(model, existing, { ...entry, slug: name })) &&
    yamlDigest(merged) === yamlDigest(existing);
  return isSame && files.yaml !== null ? [files.yaml, ...files.overrides] : [];
}

/** Returns the paths of the Markdown files that already have the requested contents. */
function unchangedBodyFiles({ files, originalLocale, record }: ContentRecord, merged: EntryContent): string[] {
  if (originalLocale !== merged.originalLocale) return [];
  const [oldBody, newBody] = [record, merged.record].map(
    (values) => (values[BODY_FIELD] ?? {}) as Record<string, string>,
  );
  const isSame = (locale: string | null) => oldBody![locale ?? originalLocale] === newBody![locale ?? originalLocale];
  return [...files.bodies].flatMap(([locale, path]) => (isSame(locale) ? [path] : []));
}
