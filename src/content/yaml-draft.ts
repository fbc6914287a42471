import { yamlLine } from './yaml-line.js';
import type { YamlSlip } from './yaml-slip.js';
import { inPlaceOfAll } from './yaml-slip.js';

/** A line and a column from 1. */
interface Place {
  line: number;
  column: number;
}

/**
 * A copy of a file in which each slip that was told is mended, so that the rest can be read. Lines stay where they are:
 * whatever is found in the copy stands in the file at the same line.
 */
export class YamlDraft {
  /** The copy as it is now; as it was written, to the byte, where nothing is mended. */
  text: string;
  readonly written: readonly string[];
  private readonly current: string[];
  /** Lines that were moved: told of how they begin, and of nothing else. */
  private readonly moved = new Set<number>();
  /** Lines that have another text than the author's, of which nothing more can be told. */
  private readonly changed = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.written = text.split(/\r?\n/);
    this.current = [...this.written];
  }

  get lines(): readonly string[] {
    return this.current;
  }

  /** Where something in the copy stands in the file; null where the file has not got it. */
  placeInFile({ line, column }: Place): Place | null {
    if (this.changed.has(line - 1)) return null;
    return {
      line,
      column: column + measureIndent(this.written[line - 1] ?? '') - measureIndent(this.current[line - 1] ?? ''),
    };
  }

  /** Whether a line between two others, from 1, begins another record. */
  isOtherRecord(first: number, last: number): boolean {
    return this.written.slice(first, last - 1).some((line) => /^---(?:\s|$)/.test(line));
  }

  /**
   * Mends a slip.
   *
   * @returns where it stands in the file; null where it only follows from what was mended before, and is left out
   */
  mend({ at, column, mended }: YamlSlip): Place | null {
    const isMove = mended[0]!.trimStart() === this.current[at]!.trim() && mended[0] !== '';
    const place = isMove && this.moved.has(at) ? null : this.placeInFile({ line: at + 1, column: column + 1 });
    this.replace(at, place === null ? inPlaceOfAll(this.current.map(yamlLine), at, '') : mended);
    return place;
  }

  private replace(at: number, lines: readonly string[]): void {
    for (const [more, line] of lines.entries()) {
      const before = this.current[at + more]!;
      // A line that is to stay as it is will not be read better the next time.
      if (line.trim() !== before.trim() || (line === before && more === 0)) this.changed.add(at + more);
      else if (line !== before) this.moved.add(at + more);
      this.current[at + more] = line;
    }
    this.text = this.current.join('\n');
  }
}

function measureIndent(line: string): number {
  return line.length - line.trimStart().length;
}
