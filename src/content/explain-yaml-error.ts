import {
  findFieldBelowItem,
  findItemWithoutField,
  findListBesideName,
  findNoBreakSpace,
  findMissingColon,
  findMissingHyphen,
  findUnequalIndent,
  findStrayIndent,
  findTabIndent,
} from './yaml-structure-diagnostics.js';
import {
  findInvalidEscape,
  findUnquotedColon,
  findMissingFieldName,
  findUnclosedBracket,
  findUnclosedQuote,
  findUnescapedQuote,
  findSecondRecord,
  findReservedCharacter,
  findReservedAtStart,
} from './yaml-quoting-diagnostics.js';
import { parseYamlLine, type YamlLine } from './yaml-line.js';
import type { YamlSyntaxError, DiagnosticResult, YamlDiagnostic } from './yaml-diagnostic.js';

/** Diagnostics in order of priority. The first match explains the error. */
const DIAGNOSTICS: readonly ((error: YamlSyntaxError) => DiagnosticResult)[] = [
  findSecondRecord,
  findUnclosedQuote,
  findNoBreakSpace,
  findTabIndent,
  findInvalidEscape,
  findListBesideName,
  findUnclosedBracket,
  findReservedAtStart,
  findUnescapedQuote,
  findStrayIndent,
  findFieldBelowItem,
  findUnquotedColon,
  findMissingHyphen,
  findUnequalIndent,
  findMissingColon,
  findItemWithoutField,
  findMissingFieldName,
];

/** Explains a syntax error with a message and a tip, by looking for its cause in the surrounding lines. */
export function explainYamlError(
  lineTexts: readonly string[],
  syntaxError: Omit<YamlSyntaxError, 'lines' | 'names'>,
  names: ReadonlySet<string>,
): YamlDiagnostic {
  const lines = lineTexts.map(parseYamlLine);
  // An error on a blank line belongs to the next line with text, or to the last one.
  const isFilled = (line: YamlLine, index: number) => line.text !== '' && index >= syntaxError.lineIndex;
  const nextIndex = lines.findIndex(isFilled);
  const lineIndex =
    nextIndex < 0
      ? Math.max(
          lines.findLastIndex(({ text }) => text !== ''),
          0,
        )
      : nextIndex;
  const error = { ...syntaxError, lines, names, lineIndex };
  const diagnostics = /^[&*!]$/.test(syntaxError.code) ? [findReservedCharacter] : DIAGNOSTICS;
  for (const diagnose of diagnostics) {
    const diagnostic = diagnose(error);
    if (diagnostic) return { lineIndex, column: lines[diagnostic.lineIndex ?? lineIndex]!.indent, ...diagnostic };
  }
  const tip = 'write each field as name: value, and put a text with special characters in quotes';
  return { lineIndex, column: syntaxError.column, message: 'this line cannot be read', tip };
}
