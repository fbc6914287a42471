import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve, sep } from 'node:path';
import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import { closestMatch } from '../model/closest-match.js';
import { escapeControlCharacters } from '../records/message-text.js';

/** Content folder of an export, and the entries to export. */
export interface ExportTarget {
  /** Path of the content folder. */
  root: string;
  /** Filter for entries; absent for all. */
  includes?: (folder: string, slug: string) => boolean;
  /** `folder/slug`, if the path names a single entry. */
  entry?: string;
}

/**
 * Parses a path, which need not exist, of a content folder, a kind folder or a record.
 * @param contentFolder where to look for a kind or an entry that is not a path
 * @throws AppError USAGE if the folder of a kind is misspelt
 */
export function parseExportTarget(targetText: string, model: Model, contentFolder: string): ExportTarget {
  const path = isBareName(targetText, model) ? join(contentFolder, targetText) : targetText;
  const name = basename(resolve(path));
  if (model.kindOfFolder(name)) return { root: join(path, '..'), includes: (folder) => folder === name };
  const parentFolder = basename(dirname(resolve(path)));
  const [, stem] = /^([^.]+)(?:(?:\.draft)?(?:\.(?:[a-z]{2}|\d[\d-]*))?\.(?:yaml|md|csv))?$/.exec(name) ?? [];
  if (stem === undefined || !model.kindOfFolder(parentFolder)) {
    rejectMisspelt(path, model);
    return { root: path };
  }
  const includes = (folder: string, slug: string) => folder === parentFolder && slug === stem;
  return { root: join(path, '..', '..'), includes, entry: folderKey({ folder: parentFolder }, stem) };
}

/** Whether a path is relative to the content folder: it names a kind or an entry, and does not exist. */
function isBareName(path: string, model: Model): boolean {
  const [firstSegment, ...others] = normalize(path).split(sep);
  return others.length <= 1 && model.kindOfFolder(firstSegment!) !== undefined && !existsSync(firstSegment!);
}

function rejectMisspelt(path: string, { kinds }: Model): void {
  if (existsSync(path)) return;
  const existingFolders = kinds.map(({ folder }) => folder).filter((folder) => existsSync(join(path, '..', folder)));
  const suggested = closestMatch(basename(resolve(path)), existingFolders);
  if (suggested !== null)
    throw new AppError('USAGE', `There is no folder "${escapeControlCharacters(path)}"; did you mean ${suggested}?`);
}
