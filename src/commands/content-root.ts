import { statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { AppError } from '../errors.js';
import type { Model } from '../model/model.js';
import { printable } from '../records/wording.js';

/** Where content is, and which part of it is asked about. */
export interface ContentChoice {
  root: string;
  /** Whether a file, as it is shown, belongs to what is asked about. */
  includes(file: string): boolean;
}

/**
 * Tells from paths of files, of folders of a kind or of whole content folders which content folder is meant. Records
 * link to each other, so that all of it is read even where one file is asked about.
 *
 * @throws AppError USAGE when a path is not there, or when the paths lie in different content folders
 */
export function chooseContent(paths: readonly string[], seedDir: string, model: Model): ContentChoice {
  if (paths.length === 0) return { root: seedDir, includes: () => true };
  const roots = new Map(paths.map((path) => [resolve(findRoot(path, model)), findRoot(path, model)]));
  const [root, other] = [...roots.values()];
  if (other !== undefined) {
    throw new AppError('USAGE', `"${printable(root!)}" and "${printable(other)}" are different content folders.`);
  }
  const chosen = paths.map((path) => resolve(path));
  const whole = chosen.some((path) => path === resolve(root!));
  const includes = (file: string) => {
    const found = resolve(file);
    return whole || chosen.some((path) => found === path || found.startsWith(path + sep) || besides(found, path));
  };
  return { root: root!, includes };
}

/** Asking about a record's YAML file asks about its texts and figures as well. */
function besides(file: string, path: string): boolean {
  return path.endsWith('.yaml') && file.startsWith(path.slice(0, -'yaml'.length));
}

function findRoot(path: string, model: Model): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new AppError('USAGE', `There is no file or folder "${printable(path)}".`);
  const folder = stat.isDirectory() ? path : dirname(path);
  return model.kindOfFolder(basename(resolve(folder))) ? join(folder, '..') : folder;
}
