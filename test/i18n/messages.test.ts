import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { compileMessages } from '../../src/i18n/compile-messages.js';
import { LOCALES } from '../../src/i18n/locales.js';

const fileOf = (locale: string) => readFileSync(`src/i18n/messages/${locale}.json`, 'utf8');

/** Returns the messages of a file by path. */
function messagesIn(part: object, path = ''): [path: string, message: string][] {
  return Object.entries(part as Record<string, string | object>).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : messagesIn(value, `${path}${name}/`),
  );
}

const FILES = new Map(LOCALES.map((locale) => [locale, new Map(messagesIn(JSON.parse(fileOf(locale)) as object))]));
const ENGLISH = FILES.get('en')!;

/** Returns all elements of a message, including nested ones. */
function elementsOf(message: string): MessageFormatElement[] {
  const within = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
    elements.flatMap((element) => [
      element,
      ...(isPluralElement(element) || isSelectElement(element)
        ? Object.values(element.options).flatMap(({ value }) => within(value))
        : []),
    ]);
  return within(parse(message, { ignoreTag: true }));
}

/** The arguments whose value a message shows. One that only selects a form may be missing in some languages. */
function shownArguments(message: string): string[] {
  const shown = elementsOf(message).flatMap((element) =>
    isArgumentElement(element) || isPluralElement(element) ? [element.value] : [],
  );
  return [...new Set(shown)].sort();
}

describe.each(LOCALES)('the messages in %s', (locale) => {
  const messages = FILES.get(locale)!;

  test('the messages of a locale have the same keys as the English ones, each once', () => {
    expect([...messages.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    expect(fileOf(locale).match(/": "/g)).toHaveLength(messages.size);
    expect(messages.size).toBeGreaterThan(900);
  });

  test('no message of a locale is blank', () => {
    expect([...messages].filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  test('the messages of a locale have the same placeholders as the English ones', () => {
    const differing = [...messages].filter(
      ([path, message]) => `${shownArguments(message)}` !== `${shownArguments(ENGLISH.get(path)!)}`,
    );
    expect(differing).toEqual([]);
  });

  test('plural messages have a form for each plural category of the language', () => {
    const rules = new Intl.PluralRules(locale);
    const needed = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
    const plurals = [...messages].flatMap(([path, message]) =>
      elementsOf(message).flatMap((element) => (isPluralElement(element) ? [{ path, forms: element.options }] : [])),
    );
    expect(plurals.length).toBeGreaterThan(3);
    expect(plurals.filter(({ forms }) => [...needed].some((category) => !(category in forms)))).toEqual([]);
  });

  // A text without arguments is used as it is written, so it must not need the escapes of MessageFormat.
  test('messages contain no ASCII apostrophe, the escape character of MessageFormat', () => {
    expect([...messages].filter(([, message]) => message.includes("'"))).toEqual([]);
  });

  test('messages use the punctuation of their language', () => {
    expect([...messages].filter(([, message]) => FOREIGN_SIGNS[locale].test(message))).toEqual([]);
  });

  test('messages contain no long text of another language', () => {
    const others = LOCALES.filter((other) => other !== locale).flatMap((other) => [...FILES.get(other)!.values()]);
    const longMessages = [...messages].filter(([, message]) => message.replaceAll(/\{.*\}/g, '').length > 24);
    expect(longMessages.length).toBeGreaterThan(20);
    expect(longMessages.filter(([, message]) => others.includes(message))).toEqual([]);
  });
});

/** Quotation marks and spaces before punctuation that are wrong in a language. */
const FOREIGN_SIGNS = {
  en: /["'«»„]|\s[:;!?]/,
  fr: /["'“”„]|(?<!\u202f)[:;!?»]|«(?!\u202f)/,
  de: /["'«»”]|\s[:;!?]/,
  es: /["'“”„]|\s[:;!?»]|«\s/,
  it: /["'“”„]|\s[:;!?»]|«\s/,
} as const;

test('compileMessages compiles messages with placeholders to functions, and others to strings', () => {
  const tree = { plain: 'A text', part: { rows: '{count, plural, one {# row} other {# rows}}, {note}' } };
  const { plain, part } = compileMessages(tree, 'en') as { plain: string; part: { rows: (values: object) => string } };
  expect(plain).toBe('A text');
  expect(part.rows({ count: 1, note: '<b>' })).toBe('1 row, <b>');
  expect(part.rows({ count: 1200, note: '<i>' })).toBe('1,200 rows, <i>');
  expect('constructor' in part).toBe(false);
});
