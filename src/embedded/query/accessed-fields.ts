import { FieldSet } from '../bson/field-set.js';
import { parsePath, type SegmentedPath } from './dotted-paths.js';

/** Collects the fields of stored documents that compiled code reads. */
export class AccessedFields {
  private readonly namedFields = new FieldSet();
  private isAll = false;
  private isStopped = false;

  add(path: SegmentedPath): void {
    if (!this.isStopped) this.namedFields.add(path);
  }

  addName(name: string): void {
    this.add(parsePath(name));
  }

  addAll(): void {
    if (!this.isStopped) this.isAll = true;
  }

  /** Stops collecting: stages after this one read computed documents, not stored ones. */
  stopCollecting(): void {
    this.isStopped = true;
  }

  /** Collected fields; undefined if any field may be read, as before `stopCollecting`. */
  get fields(): FieldSet | undefined {
    return this.isStopped && !this.isAll ? this.namedFields : undefined;
  }
}
