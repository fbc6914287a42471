import {
  fieldBelowItem,
  itemOfNoField,
  mergeMarker,
  listBesideName,
  noBreakSpace,
  noColon,
  noHyphen,
  otherIndent,
  strayIndent,
  tab,
} from './layout-diagnostics.js';
import {
  badEscape,
  colonInText,
  noField,
  openBracket,
  openQuote,
  quoteInside,
  secondRecord,
  signAlone,
  signAtBeginning,
  strayComma,
  textBesideSign,
} from './text-diagnostics.js';
import type { YamlDraft } from './yaml-draft.js';
import type { YamlLine } from './yaml-line.js';
import { yamlLine } from './yaml-line.js';
import type { SyntaxFault, FoundDiagnostic, YamlDiagnostic } from './yaml-diagnostic.js';
import { replaceBlock } from './yaml-diagnostic.js';

/** Diagnostics in order of priority. The first match explains the error. */
const DIAGNOSTICS: readonly ((fault: SyntaxFault) => FoundDiagnostic)[] = [
  mergeMarker,
  secondRecord,
  openQuote,
  noBreakSpace,
  tab,
  badEscape,
  listBesideName,
  textBesideSign,
  strayComma,
  openBracket,
  signAtBeginning,
  quoteInside,
  strayIndent,
  fieldBelowItem,
  colonInText,
  noHyphen,
  otherIndent,
  noColon,
  itemOfNoField,
  noField,
];

/**
 * Explains a syntax error: one sentence, and the corrected line. The parser only reports the position at which its
 * grammar failed. The diagnostics look for the cause in the surrounding lines.
 */
export function explainFault(
  { lines: texts, written }: Pick<YamlDraft, 'lines' | 'written'>,
  found: Omit<SyntaxFault, 'lines' | 'written' | 'names'>,
  names: ReadonlySet<string>,
): YamlDiagnostic {
  const lines = texts.map(yamlLine);
  // An error on a blank line belongs to the next line with text, or to the last one.
  const isFilled = (line: YamlLine, place: number) => line.text !== '' && place >= found.at;
  const next = lines.findIndex(isFilled);
  const at =
    next < 0
      ? Math.max(
          lines.findLastIndex(({ text }) => text !== ''),
          0,
        )
      : next;
  const fault = { ...found, lines, written, names, at };
  const diagnostics = /^[&*!]$/.test(found.code) ? [signAlone] : DIAGNOSTICS;
  for (const diagnose of diagnostics) {
    const diagnostic = diagnose(fault);
    if (diagnostic) return { at, column: lines[diagnostic.at ?? at]!.indent, ...diagnostic };
  }
  const tip = 'write each field as name: value, and a text with unusual signs in quotes';
  return { at, column: found.column, message: 'this line cannot be read', tip, fix: replaceBlock(lines, at, '') };
}
