import type { Field } from '../model/model.js';
import type { ProblemCode } from './problem-codes.js';
import { compareTexts } from '../model/compare-texts.js';

/** Path of a value in a record: field names and 0-based list indexes. */
export type ProblemPath = readonly (string | number)[];

/** A rule violation in content. */
export interface Problem {
  /** File of the content; null if it is not from a file. */
  file: string | null;
  /** 1-based position; null if the content is not from a file. */
  line: number | null;
  column: number | null;
  code: ProblemCode;
  message: string;
  /** Suggested correction; null if there is none. */
  tip: string | null;
  /** Path of the value in the record, such as `sessions[1].title`; null for the whole record or file. */
  path: string | null;
  /** Path as an array; empty for the whole record or file. */
  at: ProblemPath;
  /** `folder/slug` of the record; null if unknown. */
  record: string | null;
}

/** A position in a file, and the source text if known. */
export interface FileLocation {
  file: string | null;
  line: number | null;
  column: number | null;
  source: string | null;
}

/** Locates the key or value at a path, or a part of its text. Falls back to the nearest enclosing value. */
export type Locate = (path: ProblemPath, part: 'key' | 'value', inside?: SubstringPosition) => FileLocation;

/** One occurrence of a substring in a text. */
export interface SubstringPosition {
  text: string;
  earlierOccurrences: number;
}

/** Returns the offset of a substring in a text; 0 if it is not found. */
export function substringOffset(text: string, { text: part, earlierOccurrences }: SubstringPosition): number {
  let index = text.indexOf(part);
  for (let remaining = earlierOccurrences; remaining > 0 && index >= 0; remaining -= 1)
    index = text.indexOf(part, index + part.length);
  return Math.max(index, 0);
}

/** Locator for records that are not from files. */
export const NO_LOCATION: Locate = () => ({ file: null, line: null, column: null, source: null });

/** Formats a path for readers, such as `sessions[1].title`; null for an empty path. */
export function formatPath(path: ProblemPath): string | null {
  if (path.length === 0) return null;
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

/** The position of a problem within the value at its path. */
export interface ValuePointer {
  part?: 'key' | 'value';
  inside?: SubstringPosition;
  /** Exact position, if known. */
  at?: { line: number; column: number };
}

/** A value that is not a valid link. */
export interface InvalidLink {
  field: Field;
  written: string;
  problem: Problem;
}

/** Collects the problems of one record in a list that all records share. */
export class Report {
  /** Number of problems of this record. */
  count = 0;
  /** Invalid links. Their tips are added after all records are read. */
  readonly invalidLinks: InvalidLink[] = [];
  /** For lists with omitted items: the source indexes of the remaining items, by list path. */
  private readonly sourceIndexes = new Map<string, readonly number[]>();
  /** Former field names in the source, by path. */
  private readonly formerNameByPath = new Map<string, string>();

  constructor(
    readonly record: string | null,
    readonly locate: Locate,
    readonly list: Problem[],
  ) {}

  /** Whether the record comes from a file, which determines the wording of tips. */
  get isFromFile(): boolean {
    return this.locate !== NO_LOCATION;
  }

  add(
    code: ProblemCode,
    path: ProblemPath,
    message: string,
    tip: string | null = null,
    { part = 'value', inside, at }: ValuePointer = {},
  ): Problem {
    const positionPath = this.sourcePath(path);
    const { file, line, column } = { ...this.locate(positionPath, part, inside), ...at };
    this.count += 1;
    const problem = {
      file,
      line,
      column,
      code,
      message,
      tip,
      path: formatPath(positionPath),
      at: positionPath,
      record: this.record,
    };
    this.list.push(problem);
    return problem;
  }

  isReported(path: ProblemPath): boolean {
    const positionPath = this.sourcePath(path);
    const isWithin = (at: ProblemPath) => positionPath.every((part, index) => at[index] === part);
    return this.list.some(({ record, at }) => record === this.record && isWithin(at));
  }

  /** Records the source indexes of the items that remain in a list after others were omitted. */
  recordSourceIndexes(list: ProblemPath, indexes: readonly number[]): void {
    this.sourceIndexes.set(JSON.stringify(list), indexes);
  }

  /** Records that a field has a former name in the source. */
  recordFormerName(path: ProblemPath, former: string): void {
    this.formerNameByPath.set(JSON.stringify(path), former);
  }

  /** Former field names in the source, each with the current name. */
  get formerNames(): { former: string; name: string }[] {
    return [...this.formerNameByPath].map(([path, former]) => ({
      former,
      name: String((JSON.parse(path) as string[]).at(-1)),
    }));
  }

  private sourcePath(path: ProblemPath): ProblemPath {
    const rawPath = this.withSourceIndexes(path);
    if (this.formerNameByPath.size === 0) return rawPath;
    return rawPath.map((part, index) => this.formerNameByPath.get(JSON.stringify(rawPath.slice(0, index + 1))) ?? part);
  }

  private withSourceIndexes(path: ProblemPath): ProblemPath {
    if (this.sourceIndexes.size === 0) return path;
    return path.reduce<ProblemPath>((before, part) => {
      const indexes = typeof part === 'number' ? this.sourceIndexes.get(JSON.stringify(before)) : undefined;
      return [...before, indexes?.[part as number] ?? part];
    }, []);
  }
}

/** Returns the problems sorted by file, line and column. The sort is stable. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareTexts(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
