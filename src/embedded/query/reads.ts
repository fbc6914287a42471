import { Fields } from '../bson/fields.js';
import type { Path } from './paths.js';
import { parsePath } from './paths.js';

/** Gathers which fields of a stored document are read by what is compiled. */
export class Reads {
  private readonly named = new Fields();
  private isAll = false;
  private isOver = false;

  add(path: Path): void {
    if (!this.isOver) this.named.add(path);
  }

  addName(name: string): void {
    this.add(parsePath(name));
  }

  /** Any field may be read. */
  all(): void {
    if (!this.isOver) this.isAll = true;
  }

  /** What comes now sees other documents, made of what was read. */
  end(): void {
    this.isOver = true;
  }

  /** What is read; nothing when it may be any field. */
  get fields(): Fields | undefined {
    return this.isOver && !this.isAll ? this.named : undefined;
  }
}
