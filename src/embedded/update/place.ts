import { extendedJson } from '../bson/extended-json.js';
import { innerName, isArrayIndex } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** Longest run of nulls that an update may put into an array to reach a position. */
const MOST_BACKFILL = 1_500_000;

/** A copy whose objects and arrays are new; the values in them are shared. */
export function cloneContainers(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneContainers);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const name of Object.keys(value)) copy[name] = cloneContainers(value[name]!);
  return copy;
}

/** A place in a document that an update comes to; there may be nothing yet. The document is changed in place. */
export class Place {
  private constructor(
    private readonly outer: Place | undefined,
    readonly name: string,
    private found: Value | undefined,
  ) {}

  /** The whole document. */
  static root(doc: Doc): Place {
    return new Place(undefined, '', doc);
  }

  /** What is there; `undefined` when nothing is. */
  get value(): Value | undefined {
    return this.found;
  }

  /** The way from the root, the positions in arrays as numbers. */
  get path(): string {
    return this.outer?.outer ? `${this.outer.path}.${this.name}` : this.name;
  }

  /** The document that the place is in. */
  get root(): Doc {
    return this.outer ? this.outer.root : (this.found as Doc);
  }

  /** The field with its value, for messages. */
  get shown(): string {
    return extendedJson({ [this.name]: this.found ?? null });
  }

  /** The place of a name, or of a position, in what is here. */
  child(name: string): Place {
    return new Place(this, name, this.read(name));
  }

  /**
   * Puts a value here, and the documents on the way that are missing.
   *
   * @throws CommandError PathNotViable  there is something on the way that can hold no field
   */
  set(value: Value): void {
    const holder = this.outer!.findHolder(this.name);
    if (Array.isArray(holder)) putItem(holder, Number(this.name), value);
    else holder[innerName(this.name)] = value;
    this.found = value;
  }

  /** Takes the value away; an item leaves null behind, for its place would move the others. */
  remove(): void {
    const holder = this.outer?.found;
    if (Array.isArray(holder)) holder[Number(this.name)] = null;
    else if (isDoc(holder)) delete holder[innerName(this.name)];
    this.found = undefined;
  }

  private read(name: string): Value | undefined {
    if (isDoc(this.found)) return this.found[innerName(name)];
    return Array.isArray(this.found) && isArrayIndex(name) ? this.found[Number(name)] : undefined;
  }

  private canHold(name: string): boolean {
    return isDoc(this.found) || (Array.isArray(this.found) && isArrayIndex(name));
  }

  private findHolder(name: string): Doc | Value[] {
    if (this.found === undefined) this.set({});
    if (this.canHold(name)) return this.found as Doc | Value[];
    throw new CommandError('PathNotViable', `Cannot create field '${name}' in element ${this.shown}`);
  }
}

function putItem(list: Value[], index: number, value: Value): void {
  if (index - list.length > MOST_BACKFILL) {
    throw new CommandError('CannotBackfillArray', 'unable to add to array: too many nulls would be needed before it');
  }
  while (list.length < index) list.push(null);
  list[index] = value;
}

/** What a modifier makes of the value at its path. */
export type Result = { value: Value } | 'keep' | 'remove';

/** Changes the value at one place; `undefined` is a place that is not there yet. */
export type Change = (old: Value | undefined, place: Place) => Result;
