/** A line of a YAML file, split into its parts. */
export interface YamlLine {
  text: string;
  /** Number of leading blanks. */
  indent: number;
  /** Column of the first hyphen; null if there is none. */
  hyphen: number | null;
  /** Blanks and hyphens before the name or text. */
  head: string;
  /** Field name; null if there is none. */
  name: string | null;
  /** Text after the name and colon, or the whole text. */
  value: string;
}

const LINE_HEAD = /^([ \t\u00a0]*(?:-(?: +|$))*)(.*)$/;
const FIELD_PATTERN = /^([A-Za-z_][\w-]*) *:(?: +(.*))?$/;

export function parseYamlLine(text: string): YamlLine {
  const [, head = '', textAfterHead = ''] = LINE_HEAD.exec(text.trimEnd()) ?? [];
  const field = FIELD_PATTERN.exec(textAfterHead);
  const hyphen = head.indexOf('-');
  return {
    text: text.trimEnd(),
    indent: head.length - head.trimStart().length,
    hyphen: hyphen < 0 ? null : hyphen,
    head,
    name: field?.[1] ?? null,
    value: field ? (field[2] ?? '') : textAfterHead,
  };
}

/** Returns a line whose value is replaced by a quoted one. Removes the indentation. */
export function withQuotedValue({ head, name }: YamlLine, value: string): string {
  return `${head.trimStart()}${name === null ? '' : `${name}: `}${inQuotes(value)}`;
}

/** Puts a text in YAML quotes: double, or single if it contains a double quote or a backslash. */
function inQuotes(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether a value is the indicator of a YAML block scalar, such as `|` or `>-`. */
export function isBlockIndicator(value: string): boolean {
  return /^[|>](?:[+-]?\d?|\d[+-])$/.test(value);
}
