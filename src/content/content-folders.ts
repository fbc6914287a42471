import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/** Returns the content folders in a comma-separated list, as in `seed,private`. Later folders override earlier ones. */
export function listFolders(root: string): readonly [string, ...string[]] {
  const folders = isFolder(root) ? [root] : root.split(',').map((folder) => folder.trim());
  const [first = root, ...otherFolders] = folders.filter((folder) => folder !== '');
  return [first, ...otherFolders];
}

/** Returns `content`, a list of content folders, if it contains the folder `root`; else returns `root`. */
export function allContentFolders(root: string, content: string): string {
  return listFolders(content).some((folder) => resolve(folder) === resolve(root)) ? content : root;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Returns a path relative to its content folder. In later folders, the number of the folder precedes it. */
export function pathInFolders(folders: readonly string[], path: string): string {
  const index = folders.findLastIndex((folder) => !relative(folder, path).startsWith(`..${sep}`));
  return `${index > 0 ? `${index}${sep}` : ''}${relative(folders[Math.max(index, 0)]!, path)}`;
}
