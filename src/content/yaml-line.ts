/** One line of a YAML file, taken apart as its author sees it. */
export interface YamlLine {
  text: string;
  /** How many blanks it is set in by. */
  indent: number;
  /** Where its first hyphen stands; null where it is no item of a list. */
  hyphen: number | null;
  /** What stands before the name of the field, or before the text: blanks and hyphens. */
  head: string;
  /** The name of the field; null where the line is not written as one. */
  name: string | null;
  /** What stands behind the name and its colon; the whole text where there is no name. */
  value: string;
}

const HEAD = /^([ \t\u00a0]*(?:-(?: +|$))*)(.*)$/;
const FIELD = /^([A-Za-z_][\w-]*) *:(?: +(.*))?$/;

/** Takes a line apart. */
export function yamlLine(text: string): YamlLine {
  const [, head = '', rest = ''] = HEAD.exec(text.trimEnd()) ?? [];
  const field = FIELD.exec(rest);
  const hyphen = head.indexOf('-');
  return {
    text: text.trimEnd(),
    indent: head.length - head.trimStart().length,
    hyphen: hyphen < 0 ? null : hyphen,
    head,
    name: field?.[1] ?? null,
    value: field ? (field[2] ?? '') : rest,
  };
}

/** The line with another value, in quotes, and without the blanks before it. */
export function withQuotes({ head, name }: YamlLine, value: string): string {
  return `${head.trimStart()}${name === null ? '' : `${name}: `}${inQuotes(value)}`;
}

/** A text as YAML takes it, whatever signs are in it. */
function inQuotes(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether a value is the sign of a long text, which begins on the next line. */
export function isBlockSign(value: string): boolean {
  return /^[|>](?:[+-]?\d?|\d[+-])$/.test(value);
}
