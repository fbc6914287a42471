import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';

/** Where LMDB keeps what in a meta page: after the page's head, 8 bytes each but for the first two. */
const HEAD_BYTES = 24;
const MAGIC = 0xbeefc0de;
const PAGE_SIZE_AT = HEAD_BYTES + 24;
const LAST_PAGE_AT = HEAD_BYTES + 15 * 8;
const TXN_AT = HEAD_BYTES + 16 * 8;
const META_BYTES = HEAD_BYTES + 18 * 8;

/**
 * Reads the two meta pages of a data file and says what is wrong with them.
 *
 * LMDB takes the newer of the two that it can read: if the newer is damaged it would quietly go back one commit, and
 * that commit may have been acknowledged.
 *
 * @returns the number of the last commit, or a sentence on what is wrong
 */
export function checkMetaPages(dataDir: string): { lastCommit: number } | { wrong: string } {
  const handle = openSync(path.join(dataDir, 'data.mdb'), 'r');
  try {
    const first = readMeta(handle, 0);
    if (!first) return { wrong: 'its first page is not one of a database' };
    const second = readMeta(handle, first.pageSize);
    if (!second || second.pageSize !== first.pageSize) return { wrong: 'its second page is not one of a database' };
    const apart = Math.abs(first.txn - second.txn);
    if (apart !== 1 && first.txn + second.txn !== 0) return { wrong: 'its first two pages do not follow each other' };
    const latest = first.txn > second.txn ? first : second;
    const { size } = fstatSync(handle);
    if (size < (latest.lastPage + 1) * first.pageSize) return { wrong: 'its data file is cut short' };
    return { lastCommit: latest.txn };
  } finally {
    closeSync(handle);
  }
}

function readMeta(handle: number, at: number): { pageSize: number; lastPage: number; txn: number } | undefined {
  const bytes = Buffer.alloc(META_BYTES);
  if (readSync(handle, bytes, 0, META_BYTES, at) < META_BYTES || bytes.readUInt32LE(HEAD_BYTES) !== MAGIC)
    return undefined;
  const pageSize = bytes.readUInt32LE(PAGE_SIZE_AT);
  if (![4096, 8192, 16384, 32768, 65536].includes(pageSize)) return undefined;
  const [lastPage, txn] = [Number(bytes.readBigUInt64LE(LAST_PAGE_AT)), Number(bytes.readBigUInt64LE(TXN_AT))];
  return { pageSize, lastPage, txn };
}
