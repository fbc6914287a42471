import type { Document, Node, Pair } from 'yaml';
import { isMap, isNode, isScalar, isSeq } from 'yaml';

/** Carries comments of fields, list items and the end of a file over to a new version. */
export function carryEndComments(now: Document, before: Document): void {
  now.comment = before.comment;
  if (now.contents && before.contents) now.contents.comment = before.contents.comment;
}

/** Carries the comments of a field over at every depth; those of removed values are dropped. */
export function carryComments(now: Pair, before: Pair): void {
  carryOwn(now.key as Node, before.key as Node);
  if (isNode(now.value) && isNode(before.value)) carryInside(now.value, before.value);
}

function carryInside(now: Node, before: Node): void {
  if (isScalar(now) && isScalar(before)) carryOwn(now, before);
  if (isMap(now) && isMap(before)) {
    carryOwn(now, before);
    const olds = new Map((before.items as Pair[]).map((pair) => [readName(pair), pair]));
    for (const pair of now.items as Pair[]) {
      const old = olds.get(readName(pair));
      if (old) carryComments(pair, old);
    }
  }
  if (isSeq(now) && isSeq(before)) {
    carryOwn(now, before);
    carryItems(now.items as Node[], before.items as Node[]);
  }
}

/** Equal items keep their comments; other objects get those of the next unmatched item. */
function carryItems(now: readonly Node[], before: readonly Node[]): void {
  const left = [...before];
  const takeFirst = (isWanted: (old: Node) => boolean) => {
    const at = left.findIndex(isWanted);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const unmatched = now.filter((item) => {
    const same = takeFirst((old) => readText(old) === readText(item));
    if (same) carryInside(item, same);
    return !same && isMap(item);
  });
  for (const item of unmatched) {
    const old = takeFirst(isMap);
    if (old) carryInside(item, old);
  }
}

function carryOwn(now: Node, before: Node): void {
  now.commentBefore = before.commentBefore;
  now.comment = before.comment;
  now.spaceBefore = before.spaceBefore;
}

function readName({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

function readText(node: Node): string {
  return JSON.stringify(node);
}
