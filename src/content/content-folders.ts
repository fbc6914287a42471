import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/** Parses a comma-separated list of content folders, as in `seed,private`. Later folders override earlier ones. */
export function parseFolderList(root: string): readonly [string, ...string[]] {
  const folders = isFolder(root) ? [root] : root.split(',').map((folder) => folder.trim());
  const [firstFolder = root, ...otherFolders] = folders.filter((folder) => folder !== '');
  return [firstFolder, ...otherFolders];
}

/** Returns `content`, a list of content folders, if it contains the folder `root`; else returns `root`. */
export function folderListContaining(root: string, content: string): string {
  return parseFolderList(content).some((folder) => resolve(folder) === resolve(root)) ? content : root;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Returns a path relative to its content folder. In later folders, it starts with the index of the folder. */
export function pathInFolders(folders: readonly string[], path: string): string {
  const index = folders.findLastIndex((folder) => !relative(folder, path).startsWith(`..${sep}`));
  return `${index > 0 ? `${index}${sep}` : ''}${relative(folders[Math.max(index, 0)]!, path)}`;
}
