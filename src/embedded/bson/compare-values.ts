import type { Binary, ObjectId } from 'bson';
import { toBsonName } from './field-names.js';
import { compareNumbers, type Numeric } from './numbers.js';
import { type Doc, TypeRank, typeRankOf, type Value } from './values.js';

/** Compares two strings by their UTF-8 bytes. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const codeA = a.charCodeAt(i);
    const codeB = b.charCodeAt(i);
    if (codeA === codeB) continue;
    // UTF-16 sorts surrogates below U+E000..U+FFFF; UTF-8 sorts them above all other characters.
    const isSurrogate = codeA >= 0xd800 && codeA <= 0xdfff;
    if (isSurrogate !== (codeB >= 0xd800 && codeB <= 0xdfff)) return isSurrogate ? 1 : -1;
    return codeA - codeB;
  }
  return a.length - b.length;
}

/** Compares two values in MongoDB's order, also of different types. A missing value equals null. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  if (typeof a === 'number' && typeof b === 'number' && a === b) return 0;
  const rank = typeRankOf(a);
  const difference = rank - typeRankOf(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case TypeRank.Number:
      return compareNumbers(a as Numeric, b as Numeric);
    case TypeRank.String:
      return compareStrings(a as string, b as string);
    case TypeRank.Object:
      return compareDocs(a as Doc, b as Doc);
    case TypeRank.Array:
      return compareArrays(a as Value[], b as Value[]);
    case TypeRank.Boolean:
      return Number(a) - Number(b);
    case TypeRank.Date:
      return Number(a) - Number(b);
    case TypeRank.ObjectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case TypeRank.Binary:
      return compareBinary(a as Binary, b as Binary);
    default:
      return 0;
  }
}

function compareBinary(a: Binary, b: Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compareValues(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareDocs(a: Doc, b: Doc): number {
  const namesA = Object.keys(a);
  const namesB = Object.keys(b);
  const length = Math.min(namesA.length, namesB.length);
  for (let i = 0; i < length; i++) {
    const nameA = namesA[i]!;
    const nameB = namesB[i]!;
    const difference =
      typeRankOf(a[nameA]) - typeRankOf(b[nameB]) ||
      (nameA === nameB ? 0 : compareStrings(toBsonName(nameA), toBsonName(nameB))) ||
      compareValues(a[nameA], b[nameB]);
    if (difference !== 0) return difference;
  }
  return namesA.length - namesB.length;
}

/** Whether two values compare as equal, such as 1, 1.0 and int64 1. */
export function equalValues(a: Value | undefined, b: Value | undefined): boolean {
  return compareValues(a, b) === 0;
}
