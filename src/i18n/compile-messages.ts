import { IntlMessageFormat } from 'intl-messageformat';

/** A message file: nested texts in ICU MessageFormat, by name. */
export interface MessageTree {
  readonly [name: string]: string | MessageTree;
}

type Formatted = string | ((values: Record<string, string | number>) => string) | { [name: string]: Formatted };

/** Compiles the messages of a file. Those with placeholders become functions, others stay strings. */
export function compileMessages(tree: MessageTree, locale: string): { [name: string]: Formatted } {
  const entries = Object.entries(tree).map(([name, message]) => [
    name,
    typeof message === 'string' ? compileMessage(message, locale) : compileMessages(message, locale),
  ]);
  // Names come from data, so a lookup such as `constructor` must not find inherited members.
  return Object.assign(Object.create(null), Object.fromEntries(entries)) as { [name: string]: Formatted };
}

function compileMessage(message: string, locale: string): Formatted {
  if (!message.includes('{')) return message;
  let format: IntlMessageFormat | undefined;
  return (values) => {
    format ??= new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    return format.format(values) as string;
  };
}
