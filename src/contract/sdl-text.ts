/** A field, argument or enum value of a derived type, as SDL text. */
export interface Line {
  description: string;
  /** As in `first: Int = 20` or `ASC`. */
  text: string;
}

/** A derived definition as SDL text, such as `input`, `LeafletFilter`, its description and its lines. */
export function definition(keyword: string, name: string, description: string, lines: readonly Line[]): string {
  const body = lines.map((line) => `  ${quoted(line.description)}\n  ${line.text}`).join('\n');
  return `${quoted(description)}\n${keyword} ${name} {\n${body}\n}\n`;
}

/** A field with arguments as one line of text. */
export function withArguments(name: string, args: readonly Line[], type: string): string {
  if (args.length === 0) return `${name}: ${type}`;
  return `${name}(${args.map((arg) => `${quoted(arg.description)} ${arg.text}`).join(' ')}): ${type}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A name with its first letter in upper case. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
