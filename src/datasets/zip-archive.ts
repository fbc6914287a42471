import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { datasetError } from './dataset-error.js';

const MAX_ENTRIES = 1_000;
const MAX_INFLATED_BYTES = 100 * 1024 ** 2;
const MAX_RATIO = 100;
/** Size in bytes up to which the compression ratio is not limited. */
const MIN_CHECKED_SIZE = 1024 ** 2;
/** Maximum number of complete reads of an archive: one to detect encodings, one to import. */
const MAX_READS = 2;

/** An open ZIP archive. Limits the number of bytes that are inflated, regardless of the sizes in the headers. */
export class ZipArchive {
  private inflatedBytes = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens an archive, and checks its directory. @throws AppError DATASET_INVALID */
  static async open(path: string): Promise<ZipArchive> {
    let zip: ZipFile | null = null;
    try {
      zip = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true });
      if (zip.entryCount > MAX_ENTRIES) {
        throw datasetError(`The archive has ${zip.entryCount} members; at most ${MAX_ENTRIES} are read.`);
      }
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw datasetError(`"${entry.fileName}" in the archive is encrypted.`);
        if (entries.has(entry.fileName)) throw datasetError(`"${entry.fileName}" appears twice in the archive.`);
        entries.set(entry.fileName, entry);
      }
      rejectOverlap([...entries.values()]);
      return new ZipArchive(zip, entries);
    } catch (error) {
      zip?.close();
      throw toDatasetError(error);
    }
  }

  /** Names of all members that are not folders. */
  get names(): readonly string[] {
    return [...this.entries.keys()].filter((name) => !name.endsWith('/'));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Yields the bytes of a member, and verifies its checksum. @throws AppError DATASET_INVALID */
  async *member(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw datasetError(`The archive has no "${name}".`);
    let memberBytes = 0;
    let checksum = 0;
    try {
      const stream: Readable = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        memberBytes += chunk.length;
        this.inflatedBytes += chunk.length;
        if (memberBytes > MIN_CHECKED_SIZE && memberBytes > entry.compressedSize * MAX_RATIO) {
          throw datasetError(`"${name}" in the archive is compressed by more than a factor of ${MAX_RATIO}.`);
        }
        if (memberBytes > MAX_INFLATED_BYTES || this.inflatedBytes > MAX_INFLATED_BYTES * MAX_READS) {
          throw datasetError(`The decompressed archive has more than ${MAX_INFLATED_BYTES / 1024 ** 2} MB.`);
        }
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
      if (checksum !== entry.crc32) {
        throw datasetError(`"${name}" in the archive does not match its checksum; download the archive again.`);
      }
    } catch (error) {
      throw toDatasetError(error);
    }
  }

  close(): void {
    this.zip.close();
  }
}

/** Rejects overlapping members, with which a small archive can expand hugely. */
function rejectOverlap(entries: readonly Entry[]): void {
  const sortedEntries = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  sortedEntries.forEach((entry, index) => {
    const nextEntry = sortedEntries[index + 1];
    if (nextEntry && entry.relativeOffsetOfLocalHeader + entry.compressedSize > nextEntry.relativeOffsetOfLocalHeader) {
      throw datasetError(`"${entry.fileName}" and "${nextEntry.fileName}" overlap in the archive.`);
    }
  });
}

function toDatasetError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'AppError') return error;
  // The directory is at the end of an archive.
  if (/end of central directory record/i.test(error.message)) {
    return datasetError('The archive is truncated. Download it again.');
  }
  return datasetError(`The archive cannot be read: ${error.message}`);
}
