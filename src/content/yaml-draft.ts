import { yamlLine } from './yaml-line.js';
import type { YamlDiagnostic } from './yaml-diagnostic.js';
import { replaceBlock } from './yaml-diagnostic.js';

interface Place {
  line: number;
  column: number;
}

/**
 * A copy of a file in which reported slips are corrected, so that the rest can be parsed. Line numbers do not change.
 */
export class YamlDraft {
  /** The current copy; byte-identical to the file while nothing is corrected. */
  text: string;
  readonly written: readonly string[];
  private readonly current: string[];
  /** Moved lines: only their beginnings can have further problems. */
  private readonly moved = new Set<number>();
  /** Rewritten lines, on which nothing more can be reported. */
  private readonly changed = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.written = text.split(/\r?\n/);
    this.current = [...this.written];
  }

  get lines(): readonly string[] {
    return this.current;
  }

  /** The place in the file of a place in the copy; null where the file lacks it. */
  placeInFile({ line, column }: Place): Place | null {
    if (this.changed.has(line - 1)) return null;
    return {
      line,
      column: column + measureIndent(this.written[line - 1] ?? '') - measureIndent(this.current[line - 1] ?? ''),
    };
  }

  isOtherRecord(first: number, last: number): boolean {
    return this.written.slice(first, last - 1).some((line) => /^---(?:\s|$)/.test(line));
  }

  /**
   * Corrects a slip.
   *
   * @returns its place in the file; null where it only follows from an earlier correction
   */
  mend({ at, column, fix }: YamlDiagnostic): Place | null {
    const isMove = fix[0]!.trimStart() === this.current[at]!.trim() && fix[0] !== '';
    const place = isMove && this.moved.has(at) ? null : this.placeInFile({ line: at + 1, column: column + 1 });
    this.replace(at, place === null ? replaceBlock(this.current.map(yamlLine), at, '') : fix);
    return place;
  }

  private replace(at: number, lines: readonly string[]): void {
    for (const [more, line] of lines.entries()) {
      const before = this.current[at + more]!;
      // A line that stays the same would fail again.
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
