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
    const first = metaAt(handle, 0);
    if (!first) return { wrong: 'its first page is invalid' };
    const second = metaAt(handle, first.pageSize);
    const synced = metaAt(handle, first.pageSize / 2, false);
    if (second?.pageSize !== first.pageSize) return { wrong: 'its second page is invalid' };
    const distance = Math.abs(first.commit - second.commit);
    if (distance !== 1 && first.commit + second.commit !== 0) {
      return { wrong: 'its first two pages are not consecutive commits' };
    }
    const latest = first.commit > second.commit ? first : second;
    if (!synced || synced.commit > latest.commit) {
      return { wrong: 'the last sync on its first page does not match its commits' };
    }
    const isSameBoot = latest.boot !== 0n && latest.boot === bootId();
    const start = isSameBoot || !latest.isUnsynced || synced.commit === 0 ? latest : synced;
    const { size } = fstatSync(handle);
    if (size < (start.lastPage + 1) * first.pageSize) return { wrong: 'its data file is truncated' };
    return start;
  } finally {
    closeSync(handle);
  }
}

function metaAt(handle: number, offset: number, hasMagic = true): MetaPage | undefined {
  const bytes = Buffer.alloc(META_BYTES);
  if (readSync(handle, bytes, 0, META_BYTES, offset + PAGE_HEADER_BYTES) < META_BYTES) return undefined;
  if (hasMagic && bytes.readUInt32LE(FIELD_OFFSETS.magic) !== MAGIC) return undefined;
  const pageSize = bytes.readUInt32LE(FIELD_OFFSETS.pageSize);
  const isPageSize = [4096, 8192, 16384, 32768, 65536].includes(pageSize);
  if (hasMagic && !isPageSize) return undefined;
  const root = (offset: number): RootPageNumber => {
    const page = bytes.readBigUInt64LE(offset);
    return page === NO_PAGE ? undefined : Number(page);
  };
  return {
    commit: Number(bytes.readBigUInt64LE(FIELD_OFFSETS.commit)),
    pageSize,
    lastPage: Number(bytes.readBigUInt64LE(FIELD_OFFSETS.lastPage)),
    roots: { free: root(FIELD_OFFSETS.freeRoot), main: root(FIELD_OFFSETS.mainRoot) },
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
