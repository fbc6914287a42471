import { statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { folderListContaining } from '../content/content-folders.js';
import { AppError } from '../errors.js';
import type { Model } from '../model/model.js';
import { escapeControlCharacters } from '../records/message-text.js';

/** A content folder, and the selected files in it. */
export interface ContentSelection {
  root: string;
  includes(file: string): boolean;
}

/**
 * Returns the content folder of the given files or folders, and which of its files were given. The complete folder must
 * be read, because records link to each other.
 * @throws AppError USAGE for a missing path, or for paths in different content folders
 */
export function selectContent(paths: readonly string[], seedDir: string, model: Model): ContentSelection {
  if (paths.length === 0) return { root: seedDir, includes: () => true };
  const roots = new Map(
    paths.map((path) => folderListContaining(findRoot(path, model), seedDir)).map((root) => [resolve(root), root]),
  );
  const [root, other] = [...roots.values()];
  if (other !== undefined) {
    throw new AppError(
      'USAGE',
      `"${escapeControlCharacters(root!)}" and "${escapeControlCharacters(other)}" are different content folders.`,
    );
  }
  const chosen = paths.map((path) => resolve(path));
  const isRootGiven = chosen.some((path) => path === resolve(root!));
  const includes = (file: string) => {
    const found = resolve(file);
    return (
      isRootGiven || chosen.some((path) => found === path || found.startsWith(path + sep) || isRecordFile(found, path))
    );
  };
  return { root: root!, includes };
}

/** Whether a file belongs to the record of the YAML file `path`: that file, and its files of texts and figures. */
function isRecordFile(file: string, path: string): boolean {
  return path.endsWith('.yaml') && file.startsWith(path.slice(0, -'yaml'.length));
}

function findRoot(path: string, model: Model): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new AppError('USAGE', `There is no file or folder "${escapeControlCharacters(path)}".`);
  const folder = stat.isDirectory() ? path : dirname(path);
  return model.kindOfFolder(basename(resolve(folder))) ? join(folder, '..') : folder;
}
