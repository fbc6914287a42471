import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve, sep } from 'node:path';
import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import { nearest } from '../model/nearest.js';
import { printable } from '../records/wording.js';

/** Where an export goes, and which entries it is about. */
export interface ExportTarget {
  /** The content folder. */
  root: string;
  /** Absent for all of them. */
  includes?: (folder: string, slug: string) => boolean;
  /** The one entry that it is about, as folder/slug, where the files of one are named. */
  entry?: string;
}

/**
 * Tells from a path which content folder is meant, and which part of it: the folder of one kind, or one record by its
 * name or one of its files, stand for themselves alone. The path need not be there yet.
 *
 * @param contentFolder  where the name of a kind's folder or of an entry is looked for, if the path does not exist
 * @throws AppError USAGE  a folder of a kind is misspelt: all would be written into it
 */
export function exportTarget(named: string, model: Model, contentFolder: string): ExportTarget {
  const path = isBareName(named, model) ? join(contentFolder, named) : named;
  const name = basename(resolve(path));
  if (model.kindOfFolder(name)) return { root: join(path, '..'), includes: (folder) => folder === name };
  const above = basename(dirname(resolve(path)));
  const [, stem] = /^([^.]+)(?:(?:\.draft)?(?:\.[a-z]{2})?\.(?:yaml|md|csv))?$/.exec(name) ?? [];
  if (stem === undefined || !model.kindOfFolder(above)) {
    refuseMisspelt(path, model);
    return { root: path };
  }
  const includes = (folder: string, slug: string) => folder === above && slug === stem;
  return { root: join(path, '..', '..'), includes, entry: folderKey({ folder: above }, stem) };
}

/** Whether a path is the folder of a kind, or an entry in one, and begins with a folder that does not exist here. */
function isBareName(path: string, model: Model): boolean {
  const [first, ...others] = normalize(path).split(sep);
  return others.length <= 1 && model.kindOfFolder(first!) !== undefined && !existsSync(first!);
}

function refuseMisspelt(path: string, { kinds }: Model): void {
  if (existsSync(path)) return;
  const beside = kinds.map(({ folder }) => folder).filter((folder) => existsSync(join(path, '..', folder)));
  const meant = nearest(basename(resolve(path)), beside);
  if (meant !== null) throw new AppError('USAGE', `There is no folder "${printable(path)}"; did you mean ${meant}?`);
}
