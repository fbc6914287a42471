import { toBsonName } from './field-names.js';

/** A segment of a dotted path: its BSON name, its name in decoded documents, and its value as an array index. */
export interface PathSegment {
  name: string;
  decodedName: string;
  index: number | undefined;
}

/** A field of a `FieldSet`. `nested` limits it to some of its own fields, also in each document of an array. */
export interface FieldSetEntry {
  decodedName: string;
  utf8: Uint8Array;
  nested: FieldSet | undefined;
}

const encodedNames = new Map<string, Uint8Array>();

function encodeName(decodedName: string): Uint8Array {
  let utf8 = encodedNames.get(decodedName);
  if (!utf8) {
    if (encodedNames.size > 5000) encodedNames.clear();
    utf8 = Uint8Array.from(Buffer.from(toBsonName(decodedName)));
    encodedNames.set(decodedName, utf8);
  }
  return utf8;
}

/** The fields of a document that are to be decoded or projected. Finds one by the UTF-8 bytes of its name. */
export class FieldSet {
  private readonly byLength: FieldSetEntry[][] = [];
  size = 0;

  constructor(paths: Iterable<readonly PathSegment[]> = []) {
    for (const path of paths) this.add(path);
  }

  /** Adds the field at the end of a path. A path with an array index selects the whole array. */
  add(path: readonly PathSegment[], segmentIndex = 0): void {
    const { decodedName } = path[segmentIndex]!;
    const isComplete = segmentIndex + 1 === path.length || path[segmentIndex + 1]!.index !== undefined;
    const utf8 = encodeName(decodedName);
    const existingEntry = this.find(utf8, 0, utf8.length);
    if (!existingEntry) this.put(decodedName, isComplete ? undefined : new FieldSet([path.slice(segmentIndex + 1)]));
    else if (isComplete) existingEntry.nested = undefined;
    else existingEntry.nested?.add(path, segmentIndex + 1);
  }

  put(decodedName: string, nested: FieldSet | undefined): void {
    const utf8 = encodeName(decodedName);
    (this.byLength[utf8.length] ??= []).push({ decodedName, utf8, nested });
    this.size++;
  }

  find(bytes: Uint8Array, start: number, end: number): FieldSetEntry | undefined {
    const length = end - start;
    const candidates = this.byLength[length];
    if (candidates === undefined) return undefined;
    for (let i = 0; i < candidates.length; i++) {
      const { utf8 } = candidates[i]!;
      let index = length - 1; // names differ more often at the end than at the start
      while (index >= 0 && bytes[start + index] === utf8[index]) index--;
      if (index < 0) return candidates[i];
    }
    return undefined;
  }
}
