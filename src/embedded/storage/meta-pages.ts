import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';

export type RootPageNumber = number | undefined;

/** Contents of a meta page of LMDB: a commit from which LMDB can start. */
export interface MetaPage {
  commit: number;
  pageSize: number;
  lastPage: number;
  roots: { free: RootPageNumber; main: RootPageNumber };
  isUnsynced: boolean;
  boot: bigint;
}

export const PAGE_HEADER_BYTES = 24;
const MAGIC = 0xbeefc0de;
const FIELD_OFFSETS = {
  magic: 0,
  pageSize: 24,
  flags: 28,
  freeRoot: 64,
  mainRoot: 112,
  lastPage: 120,
  commit: 128,
  boot: 136,
};
const META_BYTES = 144;
const UNSYNCED_FLAG = 0x1000;
const NO_PAGE = 0xffff_ffff_ffff_ffffn;

/**
 * Reads the meta page of the commit from which LMDB starts. For a damaged file, for which LMDB would silently use an
 * older commit, returns a description of the damage.
 *
 * There are three meta pages. Commits write two of them in turn, before their pages are synced. The third is in the
 * second half of the first page, and is written after the sync. LMDB returns to it after a crash of the machine.
 */
export function readMetaPage(dataDir: string): MetaPage | { wrong: string } {
  const handle = openSync(path.join(dataDir, 'data.mdb'), 'r');
  try {
    const firstPage = readMeta(handle, 0);
    if (!firstPage) return { wrong: 'its first page is invalid' };
    const secondPage = readMeta(handle, firstPage.pageSize);
    const syncedPage = readMeta(handle, firstPage.pageSize / 2, false);
    if (secondPage?.pageSize !== firstPage.pageSize) return { wrong: 'its second page is invalid' };
    const distance = Math.abs(firstPage.commit - secondPage.commit);
    if (distance !== 1 && firstPage.commit + secondPage.commit !== 0) {
      return { wrong: 'its first two pages are not consecutive commits' };
    }
    const latestPage = firstPage.commit > secondPage.commit ? firstPage : secondPage;
    if (!syncedPage || syncedPage.commit > latestPage.commit) {
      return { wrong: 'the last sync on its first page does not match its commits' };
    }
    const isSameBoot = latestPage.boot !== 0n && latestPage.boot === bootId();
    const startPage = isSameBoot || !latestPage.isUnsynced || syncedPage.commit === 0 ? latestPage : syncedPage;
    const { size } = fstatSync(handle);
    if (size < (startPage.lastPage + 1) * firstPage.pageSize) return { wrong: 'its data file is truncated' };
    return startPage;
  } finally {
    closeSync(handle);
  }
}

function readMeta(handle: number, offset: number, hasMagic = true): MetaPage | undefined {
  const bytes = Buffer.alloc(META_BYTES);
  if (readSync(handle, bytes, 0, META_BYTES, offset + PAGE_HEADER_BYTES) < META_BYTES) return undefined;
  if (hasMagic && bytes.readUInt32LE(FIELD_OFFSETS.magic) !== MAGIC) return undefined;
  const pageSize = bytes.readUInt32LE(FIELD_OFFSETS.pageSize);
  const isValidSize = [4096, 8192, 16384, 32768, 65536].includes(pageSize);
  if (hasMagic && !isValidSize) return undefined;
  const readRoot = (offset: number): RootPageNumber => {
    const page = bytes.readBigUInt64LE(offset);
    return page === NO_PAGE ? undefined : Number(page);
  };
  return {
    commit: Number(bytes.readBigUInt64LE(FIELD_OFFSETS.commit)),
    pageSize,
    lastPage: Number(bytes.readBigUInt64LE(FIELD_OFFSETS.lastPage)),
    roots: { free: readRoot(FIELD_OFFSETS.freeRoot), main: readRoot(FIELD_OFFSETS.mainRoot) },
    isUnsynced: (bytes.readUInt16LE(FIELD_OFFSETS.flags) & UNSYNCED_FLAG) !== 0,
    boot: bytes.readBigUInt64LE(FIELD_OFFSETS.boot),
  };
}

/** Returns the first part of the id of this boot, as LMDB stores it; 0 if it is unknown. */
function bootId(): bigint {
  try {
    return BigInt(`0x${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').split('-', 1)[0]}`);
  } catch {
    return 0n;
  }
}
