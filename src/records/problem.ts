import type { Field } from '../model/model.js';
import type { ProblemCode } from './problem-codes.js';

/** The way to a value inside a record: names of fields, and places in lists counted from 0. */
export type Path = readonly (string | number)[];

/** Something in content that breaks a rule and that its author can mend. */
export interface Problem {
  /** The file as it was found, or null for what was not read from a file. */
  file: string | null;
  /** Lines and columns from 1; null for what was not read from a file. */
  line: number | null;
  column: number | null;
  code: ProblemCode;
  message: string;
  /** What would be right; null where nothing can be proposed. */
  tip: string | null;
  /** The field, as in `sessions[1].title`; null where it is the whole record or file. */
  path: string | null;
  /** The same in parts; empty where it is the whole. */
  at: Path;
  /** `folder/slug`; null where no record could be told. */
  record: string | null;
}

/** A place in a file with the text that stands there as its author wrote it, where that is known. */
export interface Spot {
  file: string | null;
  line: number | null;
  column: number | null;
  source: string | null;
}

/**
 * Finds where the key or the value at a path stands; `inside` it, a part of a text, where it can be found.
 * What is not there is found at the nearest thing around it.
 */
export type Locate = (path: Path, part: 'key' | 'value', inside?: Part) => Spot;

/** A part of a text that is to be pointed at. */
export interface Part {
  text: string;
  /** How often the same stands before it. */
  before: number;
}

/** The place of a part in the text that it is of; the beginning where it is not found. */
export function findPart(text: string, { text: part, before }: Part): number {
  let at = text.indexOf(part);
  for (let more = before; more > 0 && at >= 0; more -= 1) at = text.indexOf(part, at + part.length);
  return Math.max(at, 0);
}

/** For records that come from no file. */
export const nowhere: Locate = () => ({ file: null, line: null, column: null, source: null });

/** A path as people read it: sessions[1].title; null when it is empty. */
export function printPath(path: Path): string | null {
  if (path.length === 0) return null;
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');
}

/** Where at a path to point. */
export interface Pointer {
  part?: 'key' | 'value';
  inside?: Part;
  /** The place itself, where it is known already. */
  at?: { line: number; column: number };
}

/** A link that could not be read as one. */
export interface UnreadLink {
  field: Field;
  written: string;
  problem: Problem;
}

/** What is wrong with one record, told into a list that many records share. */
export class Report {
  /** How many problems this record has so far. */
  count = 0;
  /** Links that were not written as one, with what was told of them: which entry was meant is seen once all are read. */
  readonly unread: UnreadLink[] = [];
  /** Where the items of a list of the record stand in what was written, by its path, where some were left out. */
  private readonly places = new Map<string, readonly number[]>();

  constructor(
    readonly record: string | null,
    readonly locate: Locate,
    readonly into: Problem[],
  ) {}

  /** Whether the record comes from a file, so that a tip can say how to write it there. */
  get isOfFile(): boolean {
    return this.locate !== nowhere;
  }

  add(
    code: ProblemCode,
    path: Path,
    message: string,
    tip: string | null = null,
    { part = 'value', inside, at }: Pointer = {},
  ): Problem {
    const written = this.asWritten(path);
    const { file, line, column } = { ...this.locate(written, part, inside), ...at };
    this.count += 1;
    const problem = {
      file,
      line,
      column,
      code,
      message,
      tip,
      path: printPath(written),
      at: written,
      record: this.record,
    };
    this.into.push(problem);
    return problem;
  }

  /** Whether anything was told of what stands at a path, or of a part of it. */
  isTold(path: Path): boolean {
    if (this.count === 0) return false;
    const written = this.asWritten(path);
    const isPart = (at: Path) => written.every((part, place) => at[place] === part);
    return this.into.some(({ record, at }) => record === this.record && isPart(at));
  }

  /** Says that items of a list were left out of the record: where those that are in it stand in what was written. */
  leftOut(list: Path, places: readonly number[]): void {
    this.places.set(JSON.stringify(list), places);
  }

  /** The path in what was written to what has this path in the record. */
  private asWritten(path: Path): Path {
    if (this.places.size === 0) return path;
    return path.reduce<Path>((before, part) => {
      const places = typeof part === 'number' ? this.places.get(JSON.stringify(before)) : undefined;
      return [...before, places?.[part as number] ?? part];
    }, []);
  }
}

/** Problems by file, line and column; at one place, in the order in which they were found. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
