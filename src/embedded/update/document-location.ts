import { extendedJson } from '../bson/extended-json.js';
import { toStoredName, isArrayIndex } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** Longest run of nulls that an update may put into an array to reach a position. */
const MAX_BACKFILL = 1_500_000;

/** A deep copy of documents and arrays, which shares other values. */
export function cloneContainers(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneContainers);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const name of Object.keys(value)) copy[name] = cloneContainers(value[name]!);
  return copy;
}

/** A path in a document, which may lead to nothing. Changes are made in place. */
export class DocumentLocation {
  private constructor(
    private readonly outer: DocumentLocation | undefined,
    readonly name: string,
    private found: Value | undefined,
  ) {}

  static root(doc: Doc): DocumentLocation {
    return new DocumentLocation(undefined, '', doc);
  }

  get value(): Value | undefined {
    return this.found;
  }

  get path(): string {
    return this.outer?.outer ? `${this.outer.path}.${this.name}` : this.name;
  }

  get root(): Doc {
    return this.outer ? this.outer.root : (this.found as Doc);
  }

  /** The field and its value, for messages. */
  get shown(): string {
    return extendedJson({ [this.name]: this.found ?? null });
  }

  child(name: string): DocumentLocation {
    return new DocumentLocation(this, name, this.read(name));
  }

  /** Sets the value, and creates missing documents on the way. @throws CommandError PathNotViable */
  set(value: Value): void {
    const holder = this.outer!.findHolder(this.name);
    if (Array.isArray(holder)) putItem(holder, Number(this.name), value);
    else holder[toStoredName(this.name)] = value;
    this.found = value;
  }

  /** Removes the value; an array item becomes null. */
  remove(): void {
    const holder = this.outer?.found;
    if (Array.isArray(holder)) holder[Number(this.name)] = null;
    else if (isDoc(holder)) delete holder[toStoredName(this.name)];
    this.found = undefined;
  }

  private read(name: string): Value | undefined {
    if (isDoc(this.found)) return this.found[toStoredName(name)];
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
  if (index - list.length > MAX_BACKFILL) {
    throw new CommandError('CannotBackfillArray', 'unable to add to array: too many nulls would be needed before it');
  }
  while (list.length < index) list.push(null);
  list[index] = value;
}

export type ChangeResult = { value: Value } | 'keep' | 'remove';

/** Changes the value at one place; `undefined` is a place that is not there yet. */
export type ValueChange = (old: Value | undefined, place: DocumentLocation) => ChangeResult;
