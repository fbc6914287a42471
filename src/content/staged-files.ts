import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { AppError, describeSystemError, asErrnoException } from '../errors.js';
import type { SyncState } from '../records/merge-base.js';
import { escapeControlCharacters } from '../records/message-text.js';
import { recordPendingExport, STAGING_FOLDER_PREFIX, listStagingFolders } from './export-journal.js';
import type { FileChange } from './file-changes.js';
import type { ExportConflict } from './export-conflict.js';
import { storeWrittenStates, STATE_FOLDER, ensureStateFolder, readTextOrNull } from './sync-state.js';
import { isStale, writerId } from '../stale-temp-files.js';
import { bytesDigest } from './load-content.js';

/** A file change whose text is staged. */
export type StagedChange = Omit<FileChange, 'text'>;

/** File changes of a content folder. Texts are staged, flushed, then renamed, so each file is either old or new. */
export class StagedFiles {
  readonly changes: StagedChange[] = [];
  readonly conflicts: ExportConflict[] = [];
  private readonly pendingChanges = new Map<string, { texts: string[]; gone: string[] }>();
  private folder: string | null = null;

  /**
   * @param known digests of the files read, by path; later changes are not overwritten
   * @param isDryRun whether to write nothing
   * @param folders all content folders, in which files may be written
   */
  constructor(
    private readonly root: string,
    private readonly known: ReadonlyMap<string, string>,
    private readonly isDryRun: boolean,
    private readonly folders: readonly string[] = [root],
  ) {}

  /** Stages the files of the entry `folder/slug`. Returns false, and stages nothing, if a new file's path is taken. */
  add(name: string, files: readonly FileChange[]): boolean {
    const blockingFiles = files.filter(({ operation, path, text }) => {
      return operation === 'CREATE' && existsSync(path) && readTextOrNull(path) !== text;
    });
    for (const { path: file } of blockingFiles) {
      const reason = 'already exists, but is not a file of this record';
      this.conflicts.push({ file, line: 1, path: null, inFile: null, inDatabase: null, reason });
    }
    if (blockingFiles.length > 0) return false;
    for (const file of files) if (file.operation !== 'CREATE' || !existsSync(file.path)) this.stage(name, file);
    return true;
  }

  private stage(name: string, { text, ...change }: FileChange): void {
    const { path } = change;
    if (text !== null && !this.isDryRun) {
      translateWriteErrors(path, () =>
        writeFileSync(this.stagedPath(this.changes.length), text, { flag: 'wx', flush: true }),
      );
    }
    const { texts, gone } = this.pendingChanges.get(name) ?? { texts: [], gone: [] };
    if (text === null) gone.push(relative(this.root, path));
    else texts.push(String(this.changes.length));
    this.pendingChanges.set(name, { texts, gone });
    this.changes.push(change);
  }

  /**
   * Moves the staged files into place, and stores the new merge bases.
   * @throws AppError FILE_UNWRITABLE a file cannot be written or has changed in the meantime
   */
  apply(database: string | null, base: SyncState): void {
    if (this.changes.length > 0 && database !== null) {
      translateWriteErrors(this.root, () =>
        recordPendingExport(this.stagingFolder(), database, base, this.pendingChanges),
      );
    }
    for (const [index, { path, operation }] of this.changes.entries()) {
      const isDone = this.isDone(path, index);
      translateWriteErrors(path, () => {
        if (isDone) return rmSync(this.stagedPath(index), { force: true });
        if (operation === 'REMOVE') return rmSync(path);
        this.makeFolder(dirname(path));
        if (operation === 'CHANGE') chmodSync(this.stagedPath(index), statSync(path).mode);
        renameSync(this.stagedPath(index), path);
      });
    }
  }

  /** Deletes staged texts, including those of aborted exports, after storing the states that these exports wrote. */
  discard(): void {
    const ownFolder = this.folder;
    this.folder = null;
    if (this.isDryRun) return;
    const staleFolders = listStagingFolders(join(this.root, STATE_FOLDER)).filter((folder) => {
      return folder === ownFolder || isStale(basename(folder).split('.')[1] ?? '', folder);
    });
    if (staleFolders.length === 0 || !storeWrittenStates(this.root)) return;
    for (const folder of staleFolders) rmSync(folder, { recursive: true, force: true });
  }

  private stagedPath(index: number): string {
    return join(this.stagingFolder(), String(index));
  }

  private stagingFolder(): string {
    if (this.folder === null) {
      this.discard();
      this.folder = mkdtempSync(join(ensureStateFolder(this.root), `${STAGING_FOLDER_PREFIX}.${writerId()}.`));
    }
    return this.folder;
  }

  /** Whether another process has made the same change. @throws AppError FILE_UNWRITABLE it has made a different one */
  private isDone(path: string, index: number): boolean {
    const knownDigest = this.known.get(path) ?? null;
    const currentDigest = existsSync(path) ? bytesDigest(readFileSync(path)) : null;
    const requestedDigest =
      this.changes[index]!.operation === 'REMOVE' ? null : bytesDigest(readFileSync(this.stagedPath(index)));
    if (currentDigest === requestedDigest) return true;
    if (currentDigest === knownDigest) return false;
    throw new AppError(
      'FILE_UNWRITABLE',
      `"${escapeControlCharacters(path)}" was changed by another program in the meantime. Export again.`,
    );
  }

  private makeFolder(folder: string): void {
    mkdirSync(folder, { recursive: true });
    const realPath = realpathSync(folder);
    const isInside = this.folders.some((root) => realPath.startsWith(realpathSync(root) + sep));
    if (!isInside)
      throw new AppError('FILE_UNWRITABLE', `"${escapeControlCharacters(folder)}" points outside the content folder.`);
  }
}

function translateWriteErrors(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
    const message = `"${escapeControlCharacters(path)}" cannot be written: ${describeSystemError(error)}.`;
    throw new AppError('FILE_UNWRITABLE', message, {}, { cause: error });
  }
}
