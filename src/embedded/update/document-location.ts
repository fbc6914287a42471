import { extendedJson } from '../bson/extended-json.js';
import { toDecodedName } from '../bson/field-names.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** Returns a deep copy of documents and arrays. Other values are shared. */
export function cloneContainers(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneContainers);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const name of Object.keys(value)) copy[name] = cloneContainers(value[name]!);
  return copy;
}

/** A location in a document, by path. It need not exist. Changes modify the document. */
export class DocumentLocation {
  private constructor(
    private readonly parent: DocumentLocation | undefined,
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
    return this.parent?.parent ? `${this.parent.path}.${this.name}` : this.name;
  }

  get root(): Doc {
    return this.parent ? this.parent.root : (this.found as Doc);
  }

  /** The field and its value, for messages. */
  get description(): string {
    return extendedJson({ [this.name]: this.found ?? null });
  }

  child(name: string): DocumentLocation {
    return new DocumentLocation(this, name, this.read(name));
  }

  /** Sets the value. Creates missing documents in the path. @throws CommandError PathNotViable */
  set(value: Value): void {
    this.parent!.createDoc(this.name)[toDecodedName(this.name)] = value;
    this.found = value;
  }

  remove(): void {
    const container = this.parent?.found;
    if (isDoc(container)) delete container[toDecodedName(this.name)];
    this.found = undefined;
  }

  private read(name: string): Value | undefined {
    return isDoc(this.found) ? this.found[toDecodedName(name)] : undefined;
  }

  private createDoc(name: string): Doc {
    if (this.found === undefined) this.set({});
    if (isDoc(this.found)) return this.found;
    throw new CommandError('PathNotViable', `Cannot create field '${name}' in element ${this.description}`);
  }
}

export type ChangeResult = { value: Value } | 'keep' | 'remove';

/** Changes the value at a location. `oldValue` is undefined if the location does not exist yet. */
export type ValueChange = (oldValue: Value | undefined, location: DocumentLocation) => ChangeResult;
