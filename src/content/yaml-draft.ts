import { yamlLine } from './yaml-line.js';
import type { YamlDiagnostic } from './yaml-diagnostic.js';
import { replaceBlock } from './yaml-diagnostic.js';

interface Position {
  line: number;
  column: number;
}

/**
 * A copy of a file in which reported errors are corrected, so that the rest can be parsed. Line numbers do not change.
 */
export class YamlDraft {
  /** Current copy. Identical to the file until an error is corrected. */
  text: string;
  readonly written: readonly string[];
  private readonly current: string[];
  /** Indexes of lines with corrected indentation. Further problems can only be at their start. */
  private readonly moved = new Set<number>();
  /** Indexes of rewritten lines, for which no more problems are reported. */
  private readonly changed = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.written = text.split(/\r?\n/);
    this.current = [...this.written];
  }

  get lines(): readonly string[] {
    return this.current;
  }

  /** Converts a position in the copy to one in the file; null if the line was rewritten. */
  placeInFile({ line, column }: Position): Position | null {
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
   * Corrects an error.
   *
   * @returns its position in the file; null if an earlier correction caused it
   */
  applyFix({ lineIndex, column, fix }: YamlDiagnostic): Position | null {
    const isMove = fix[0]!.trimStart() === this.current[lineIndex]!.trim() && fix[0] !== '';
    const position =
      isMove && this.moved.has(lineIndex) ? null : this.placeInFile({ line: lineIndex + 1, column: column + 1 });
    this.replace(lineIndex, position === null ? replaceBlock(this.current.map(yamlLine), lineIndex, '') : fix);
    return position;
  }

  private replace(lineIndex: number, lines: readonly string[]): void {
    for (const [offset, line] of lines.entries()) {
      const before = this.current[lineIndex + offset]!;
      // An unchanged line would fail again.
      if (line.trim() !== before.trim() || (line === before && offset === 0)) this.changed.add(lineIndex + offset);
      else if (line !== before) this.moved.add(lineIndex + offset);
      this.current[lineIndex + offset] = line;
    }
    this.text = this.current.join('\n');
  }
}

function measureIndent(line: string): number {
  return line.length - line.trimStart().length;
}
