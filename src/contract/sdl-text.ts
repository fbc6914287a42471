/** A field, argument or enum value of a derived type, as SDL text. */
export interface SdlLine {
  description: string;
  /** SDL without the description, such as `first: Int = 20` or `ASC`. */
  text: string;
}

/** Returns the SDL of a type that is derived from the model. @param keyword such as `input` or `type` */
export function sdlDefinition(keyword: string, name: string, description: string, lines: readonly SdlLine[]): string {
  const body = lines.map((line) => `  ${quoted(line.description)}\n  ${line.text}`).join('\n');
  return `${quoted(description)}\n${keyword} ${name} {\n${body}\n}\n`;
}

/** Returns the SDL of a field with arguments, on one line. */
export function sdlField(name: string, args: readonly SdlLine[], type: string): string {
  if (args.length === 0) return `${name}: ${type}`;
  return `${name}(${args.map((arg) => `${quoted(arg.description)} ${arg.text}`).join(' ')}): ${type}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Returns a name with its first letter in upper case. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
