import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { AppError, refusalOf, systemFault } from '../errors.js';
import { printable } from '../records/wording.js';
import type { FileChange } from './changed-files.js';
import type { ExportConflict } from './export-conflict.js';
import { OWN_FOLDER, ownFolder } from './folder-base.js';
import { isAtWork } from './left-behind.js';
import { bytesDigest } from './load-content.js';

/** One file that comes, changes or goes, its text kept aside. */
export type StagedChange = Omit<FileChange, 'text'>;

/** What the folders begin with in which exports keep texts aside, each its own; its process follows. */
const STAGED = 'staged';

/**
 * Files on their way into a content folder. Their texts are written beside it first, whole and onto the disk, and then
 * moved to their places: whenever that ends, each file is as it was or as it is to be.
 */
export class StagedFiles {
  readonly changes: StagedChange[] = [];
  readonly conflicts: ExportConflict[] = [];
  private folder: string | null = null;

  /**
   * @param known    the digests of the files that were read, by path; others are not touched
   * @param isTrial  whether nothing is to be written
   */
  constructor(
    private readonly root: string,
    private readonly known: ReadonlyMap<string, string>,
    private readonly isTrial: boolean,
  ) {}

  add({ text, ...change }: FileChange): void {
    const { operation, path } = change;
    if (operation === 'CREATE' && existsSync(path)) {
      if (isFileAt(path, text!)) return;
      const reason = 'is there already, but was not read as a part of this record';
      this.conflicts.push({ file: path, line: 1, path: null, inFile: null, inDatabase: null, reason });
      return;
    }
    if (text !== null && !this.isTrial) {
      writing(path, () => writeFileSync(this.findPlace(this.changes.length), text, { flag: 'wx', flush: true }));
    }
    this.changes.push(change);
  }

  /** @throws AppError FILE_UNWRITABLE at the first file that cannot be written, or was saved by somebody meanwhile */
  apply(): void {
    try {
      for (const [at, { path, operation }] of this.changes.entries()) {
        if (this.isDone(path, at)) continue;
        writing(path, () => {
          if (operation === 'REMOVE') return rmSync(path);
          this.makeFolder(dirname(path));
          if (operation === 'CHANGE') chmodSync(this.findPlace(at), statSync(path).mode);
          renameSync(this.findPlace(at), path);
        });
      }
    } finally {
      this.discard();
    }
  }

  /** Takes away what is kept aside, by an export that was stopped as well. */
  discard(): void {
    const mine = this.folder;
    this.folder = null;
    const own = join(this.root, OWN_FOLDER);
    if (this.isTrial || !existsSync(own)) return;
    for (const name of readdirSync(own).filter((each) => each.startsWith(STAGED))) {
      const folder = join(own, name);
      if (folder === mine || !isAtWork(Number(name.split('.')[1]))) rmSync(folder, { recursive: true, force: true });
    }
  }

  private findPlace(at: number): string {
    if (this.folder === null) {
      this.discard();
      this.folder = mkdtempSync(join(ownFolder(this.root), `${STAGED}.${process.pid}.`));
    }
    return join(this.folder, String(at));
  }

  /** Whether somebody has done the same meanwhile, as another export does. */
  private isDone(path: string, at: number): boolean {
    const before = this.known.get(path) ?? null;
    const now = existsSync(path) ? bytesDigest(readFileSync(path)) : null;
    const wanted = this.changes[at]!.operation === 'REMOVE' ? null : bytesDigest(readFileSync(this.findPlace(at)));
    if (now === wanted) return true;
    if (now === before) return false;
    throw new AppError('FILE_UNWRITABLE', `"${printable(path)}" was saved by somebody meanwhile. Export again.`);
  }

  private makeFolder(folder: string): void {
    mkdirSync(folder, { recursive: true });
    const isInside = realpathSync(folder).startsWith(realpathSync(this.root) + sep);
    if (!isInside) throw new AppError('FILE_UNWRITABLE', `"${printable(folder)}" leads out of the content folder.`);
  }
}

function isFileAt(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

/** @throws AppError FILE_UNWRITABLE where the system refuses */
function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (systemFault(error).syscall === undefined) throw error;
    const message = `"${printable(path)}" cannot be written: ${refusalOf(error)}.`;
    throw new AppError('FILE_UNWRITABLE', message, {}, { cause: error });
  }
}
