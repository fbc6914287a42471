import { IntlMessageFormat } from 'intl-messageformat';

/** A message file: texts in ICU MessageFormat by name, in parts. */
export interface MessageTree {
  readonly [name: string]: string | MessageTree;
}

type Formatted = string | ((values: Record<string, string | number>) => string) | { [name: string]: Formatted };

/** Returns the messages of a file: a text as it is, or a function of its arguments where it has some. */
export function formatMessages(tree: MessageTree, locale: string): { [name: string]: Formatted } {
  const entries = Object.entries(tree).map(([name, message]) => [
    name,
    typeof message === 'string' ? formatMessage(message, locale) : formatMessages(message, locale),
  ]);
  // Names come from data, so `constructor` must not find what every object inherits.
  return Object.assign(Object.create(null), Object.fromEntries(entries)) as { [name: string]: Formatted };
}

function formatMessage(message: string, locale: string): Formatted {
  if (!message.includes('{')) return message;
  let format: IntlMessageFormat | undefined;
  return (values) => {
    format ??= new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    return format.format(values) as string;
  };
}
