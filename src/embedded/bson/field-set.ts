/** A segment of a dotted path: its BSON name, its name in decoded documents, and its value as an array index. */
export interface PathSegment {
  name: string;
  decodedName: string;
  index: number | undefined;
}

/** A field of a `FieldSet`. `nested` limits it to some of its own fields, also in each document of an array. */
interface FieldSetEntry {
  decodedName: string;
  nested: FieldSet | undefined;
}

/** The fields of a document that are to be decoded. */
export class FieldSet {
  /** Fields by name, with its UTF-8 bytes read as Latin-1, because that is faster. */
  private readonly byName = new Map<string, FieldSetEntry>();
  /** Bit set of the lengths of the names, modulo 32. Excludes most other names. */
  private lengths = 0;

  constructor(paths: Iterable<readonly PathSegment[]> = []) {
    for (const path of paths) this.add(path);
  }

  get size(): number {
    return this.byName.size;
  }

  /** Adds the field at the end of a path. A path with an array index selects the whole array. */
  add(path: readonly PathSegment[], from = 0): void {
    const { name, decodedName } = path[from]!;
    const key = Buffer.from(name).toString('latin1');
    this.lengths |= 1 << key.length;
    const isComplete = from + 1 === path.length || path[from + 1]!.index !== undefined;
    const existing = this.byName.get(key);
    if (existing && isComplete) existing.nested = undefined;
    else if (existing) existing.nested?.add(path, from + 1);
    else this.byName.set(key, { decodedName, nested: isComplete ? undefined : new FieldSet([path.slice(from + 1)]) });
  }

  /** Returns the field whose name is encoded in `bytes`. */
  find(bytes: Buffer, start: number, end: number): FieldSetEntry | undefined {
    if ((this.lengths & (1 << (end - start))) === 0) return undefined;
    return this.byName.get(bytes.toString('latin1', start, end));
  }
}
