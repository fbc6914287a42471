import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { hasValidEntryChecksum, verifyChecksum } from './lmdb-encoding.js';
import { type LmdbEnvironment, takeSnapshot } from './lmdb-environment.js';
import { type MetaPage, PAGE_HEADER_BYTES, readMetaPage, type RootPageNumber } from './meta-pages.js';

const [BRANCH, LEAF, OVERFLOW] = [1, 2, 4];
const [HAS_OVERFLOW, IS_TABLE] = [1, 2];
const NODE_BYTES = 8;
const ROOT_OFFSET = 40;

/**
 * Verifies the pages of a data file without LMDB, which crashes on damaged pages. Pages contain their number and commit,
 * and a commit rewrites all pages up to the root, so pages older than `since` can be skipped. Yields the first problem,
 * and `undefined` where the caller can interrupt the check. @param since first commit to verify; 0 for all
 */
export function* checkPages(dataDir: string, meta: MetaPage, since: number): Generator<string | undefined> {
  const handle = openSync(path.join(dataDir, 'data.mdb'), 'r');
  try {
    const walk = new PageWalk(handle, meta, since);
    yield* walk.checkTree(meta.roots.free);
    yield* walk.checkTree(meta.roots.main);
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    yield error.message;
  } finally {
    closeSync(handle);
  }
}

/** Verifies all pages in a snapshot. Must be called while no commit runs. */
export function* checkAllPages({ folder, root }: LmdbEnvironment): Generator<string | undefined> {
  const snapshot = takeSnapshot(root); // prevents LMDB from overwriting the pages during the check
  try {
    const meta = readMetaPage(folder);
    if ('wrong' in meta) yield meta.wrong;
    else yield* checkPages(folder, meta, 0);
  } finally {
    snapshot.done();
  }
}

class PageError extends Error {}

interface PageNode {
  key: Buffer;
  flags: number;
  value: Buffer;
  number: number;
}

class PageWalk {
  /** 1 for each visited page. A second visit means that two trees share a page. */
  private readonly visited: Uint8Array;

  constructor(
    private readonly handle: number,
    private readonly meta: MetaPage,
    private readonly since: number,
  ) {
    this.visited = new Uint8Array(meta.lastPage + 1);
  }

  /** Verifies a tree of pages. @param table name of the table that contains its values */
  *checkTree(root: RootPageNumber, table = ''): Generator<undefined> {
    if (root === undefined) return;
    yield;
    const page = this.readPage(root);
    if (!page) return;
    const kind = page.readUInt16LE(18);
    if (kind !== BRANCH && kind !== LEAF) throw new PageError(`page ${root} has an unknown type`);
    const isLeaf = kind === LEAF;
    let lastKey: Buffer | undefined;
    for (const node of this.readNodes(root, page, isLeaf)) {
      if (table !== '' && lastKey && Buffer.compare(lastKey, node.key) >= 0)
        throw new PageError(`page ${root} is out of order`);
      // The first key of a branch page is a placeholder, which is not compared.
      if (isLeaf || lastKey) lastKey = node.key;
      else lastKey = Buffer.alloc(0);
      if (!isLeaf) yield* this.checkTree(node.number, table);
      else if (node.flags & IS_TABLE) yield* this.checkTree(readRoot(node.value), node.key.toString());
      else this.checkValue(table, node);
    }
  }

  private checkValue(table: string, { key, flags, value, number }: PageNode): void {
    const bytes = flags & HAS_OVERFLOW ? this.readOverflow(value, number) : value;
    if (bytes && !isValueValid(table, key, bytes)) {
      throw new PageError(`the value of key ${key.toString('hex')} in ${table} is corrupted`);
    }
  }

  /** Returns the overflow pages of a value; undefined if they are older than `since`. */
  private readOverflow(reference: Buffer, size: number): Buffer | undefined {
    const firstPage = Number(reference.readBigUInt64LE(0));
    const count = Math.ceil((size + PAGE_HEADER_BYTES) / this.meta.pageSize);
    const head = this.readPage(firstPage, count);
    if (!head) return undefined;
    if (head.readUInt16LE(18) !== OVERFLOW || head.readUInt32LE(20) !== count) {
      throw new PageError(`page ${firstPage} does not start a value of ${size} bytes`);
    }
    return head.subarray(PAGE_HEADER_BYTES, PAGE_HEADER_BYTES + size);
  }

  /** Reads a page, or consecutive pages with one header. Returns undefined if they are older than `since`. */
  private readPage(number: number, count = 1): Buffer | undefined {
    const { pageSize, lastPage, commit } = this.meta;
    if (number < 2 || number + count - 1 > lastPage)
      throw new PageError(`it refers to page ${number}, which does not exist`);
    const bytes = Buffer.allocUnsafe(pageSize * count);
    if (readSync(this.handle, bytes, 0, bytes.length, number * pageSize) < bytes.length) {
      throw new PageError(`page ${number} is truncated`);
    }
    if (Number(bytes.readBigUInt64LE(0)) !== number)
      throw new PageError(`page ${number} has the number of another page`);
    const pageCommit = Number(bytes.readBigUInt64LE(8));
    if (pageCommit > commit)
      throw new PageError(`page ${number} is of commit ${pageCommit}, after the last one, ${commit}`);
    for (let i = number; i < number + count; i++) {
      if (this.visited[i]) throw new PageError(`page ${i} is used twice`);
      this.visited[i] = 1;
    }
    return pageCommit < this.since ? undefined : bytes;
  }

  private *readNodes(number: number, page: Buffer, isLeaf: boolean): Generator<PageNode> {
    const body = page.subarray(PAGE_HEADER_BYTES);
    const [lower, upper] = [page.readUInt16LE(20), page.readUInt16LE(22)];
    if (lower % 2 !== 0 || lower > upper || upper > body.length)
      throw new PageError(`page ${number} has invalid bounds`);
    for (let i = 0; i < lower; i += 2) {
      const nodeOffset = body.readUInt16LE(i);
      if (nodeOffset < upper || nodeOffset + NODE_BYTES > body.length)
        throw new PageError(`page ${number} has an offset outside the page`);
      const [flags, keyBytes] = [body.readUInt16LE(nodeOffset + 4), body.readUInt16LE(nodeOffset + 6)];
      const size = body.readUInt32LE(nodeOffset);
      const valueOffset = nodeOffset + NODE_BYTES + keyBytes;
      const end = valueOffset + (!isLeaf ? 0 : flags & HAS_OVERFLOW ? PAGE_HEADER_BYTES : size);
      if (end > body.length) throw new PageError(`page ${number} has an item that exceeds the page`);
      yield {
        key: body.subarray(nodeOffset + NODE_BYTES, valueOffset),
        flags: isLeaf ? flags : 0,
        value: body.subarray(valueOffset, end),
        number: isLeaf ? size : size + flags * 2 ** 32,
      };
    }
  }
}

function readRoot(table: Buffer): RootPageNumber {
  if (table.length < ROOT_OFFSET + 8) throw new PageError('the description of a table is truncated');
  const page = table.readBigUInt64LE(ROOT_OFFSET);
  return page === 0xffff_ffff_ffff_ffffn ? undefined : Number(page);
}

function isValueValid(table: string, key: Buffer, value: Buffer): boolean {
  if (table === 'entries') return hasValidEntryChecksum(key, value);
  const hasChecksum =
    table === 'documents' || (table === 'catalogue' && key.length === 5 && (key[0] === 0x63 || key[0] === 0x66));
  return !hasChecksum || verifyChecksum(key, value) !== undefined;
}
