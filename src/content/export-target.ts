import { basename, dirname, join, resolve } from 'node:path';
import type { Model } from '../model/model.js';

/** Where an export goes, and which entries it is about. */
export interface ExportTarget {
  /** The content folder. */
  root: string;
  /** Absent for all of them. */
  includes?: (folder: string, slug: string) => boolean;
}

/**
 * Tells from a path which content folder is meant, and which part of it: the folder of one kind, or the files of one
 * record, stand for themselves alone. The path need not be there yet.
 */
export function exportTarget(path: string, model: Model): ExportTarget {
  const name = basename(resolve(path));
  if (model.kindOfFolder(name)) return { root: join(path, '..'), includes: (folder) => folder === name };
  const above = basename(dirname(resolve(path)));
  const [, stem] = /^([^.]+)(?:\.[a-z]{2})?\.(?:yaml|md|csv)$/.exec(name) ?? [];
  if (stem === undefined || !model.kindOfFolder(above)) return { root: path };
  return { root: join(path, '..', '..'), includes: (folder, slug) => folder === above && slug === stem };
}
