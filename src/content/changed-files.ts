import { readFileSync } from 'node:fs';
import type { Model } from '../model/model.js';
import type { EntryContent } from '../records/merge-base.js';
import { contentDigest } from '../records/merge-base.js';
import { diffRecords } from '../records/diff.js';
import type { StoredEntry } from '../store/entries.js';
import type { ContentRecord } from './content-record.js';
import { BODY } from './content-record.js';
import type { EntryFiles } from './entry-files.js';
import { listPaths } from './entry-files.js';
import { listsFormerSlugs, formerSlugs } from './former-slugs.js';
import type { FiguresChoice } from './merge-entry.js';
import type { ChosenTime } from './publish-time.js';

export interface FileChange {
  path: string;
  operation: 'CREATE' | 'CHANGE' | 'REMOVE';
  /** New text; null to delete the file. */
  text: string | null;
  /** Changed fields of an existing file. */
  fields: readonly string[];
}

/** Requested contents of the files of an entry. */
interface Requested {
  existing: ContentRecord;
  entry: StoredEntry;
  /** Slug for the file names. */
  name: string;
  merged: EntryContent;
  choice: FiguresChoice;
  time: ChosenTime;
  /** Whether to write the separate files of a draft that also has a published version. */
  isDraftBeside: boolean;
}

/** Returns the file changes that give the files of an entry the requested contents. */
export async function changedFiles(files: EntryFiles, model: Model, requested: Requested): Promise<FileChange[]> {
  const { existing, entry, name, merged, choice, time, isDraftBeside } = requested;
  const { kind, files: those } = existing;
  const isMoved = existing.slug !== name;
  const publishAt = merged.status === 'DRAFT' ? time.publishAt : null;
  const formerly = isDraftBeside ? [] : formerSlugs(model, existing, { ...entry, slug: name });
  const named = { existing, formerly, slug: name, isDraftBeside };
  const texts = await files.readTexts(kind, entry, { ...merged, publishAt }, named);
  const retained = isMoved ? [] : [...bodiesThatStay(existing, merged), ...recordThatStays(model, requested)];
  const asTheyAre = [
    [choice === 'DATABASE' ? null : those.csv, 'csv'],
    [those.recipe, 'recipe.yaml'],
  ] as const;
  for (const [path, ending] of asTheyAre) {
    if (path === null) continue;
    if (isMoved) texts.set(files.choosePath(kind, `${name}.${ending}`), readFileSync(path, 'utf8'));
    else retained.push(path);
  }
  for (const path of retained) texts.delete(path);

  const present = [...listPaths(those), ...(those.recipe === null ? [] : [those.recipe])];
  const fields = changedFields(model, requested);
  const written = [...texts].map(([path, text]): FileChange => {
    if (!present.includes(path)) return { path, operation: 'CREATE', text, fields: [] };
    return { path, operation: 'CHANGE', text, fields: path.endsWith('.yaml') ? fields : [] };
  });
  const removed = present.filter((path) => !texts.has(path) && !retained.includes(path));
  return [...written, ...removed.map((path): FileChange => ({ path, operation: 'REMOVE', text: null, fields: [] }))];
}

/** Returns the changed fields of a record, except its body, which has separate files. */
function changedFields(model: Model, { existing, merged, time }: Requested): string[] {
  const differing = diffRecords(model, existing.kind, existing.record, merged.record).map(({ path }) => path);
  const status = time.isOther ? ['publishAt'] : existing.status === merged.status ? [] : ['status'];
  return [...new Set([...status, ...differing])].filter((each) => each.split(/[.[]/)[0] !== BODY);
}

/** Returns the path of the record's file if it already has the requested contents; else an empty list. */
function recordThatStays(model: Model, { existing, entry, name, merged, time, isDraftBeside }: Requested): string[] {
  const { kind, files } = existing;
  const digestOf = (content: EntryContent) => contentDigest(kind, { ...content, record: without(content.record) });
  const isSame =
    !time.isOther &&
    (isDraftBeside || listsFormerSlugs(model, existing, { ...entry, slug: name })) &&
    digestOf(merged) === digestOf(existing);
  return isSame && files.yaml !== null ? [files.yaml] : [];
}

/** Returns the paths of the Markdown files that already have the requested contents. */
function bodiesThatStay({ files, originalLocale, record }: ContentRecord, merged: EntryContent): string[] {
  if (originalLocale !== merged.originalLocale) return [];
  const [old, now] = [record, merged.record].map((each) => (each[BODY] ?? {}) as Record<string, string>);
  const isSame = (locale: string | null) => old![locale ?? originalLocale] === now![locale ?? originalLocale];
  return [...files.bodies].flatMap(([locale, path]) => (isSame(locale) ? [path] : []));
}

function without({ [BODY]: _body, ...record }: Record<string, unknown>): Record<string, unknown> {
  return record;
}
