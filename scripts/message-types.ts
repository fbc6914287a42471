// A plugin of GraphQL Code Generator: the types of the messages in src/i18n/messages. See codegen.yml.
import { readdirSync, readFileSync } from 'node:fs';
import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import type { MessageTree } from '../src/i18n/compile-messages.js';
import { DEFAULT_LOCALE } from '../src/i18n/locales.js';

interface Options {
  /** Folder of the message files, one per language. */
  from: string;
  /** Parts, such as `form.inputs`, whose messages are looked up by a computed name. */
  dictionaries: string[];
}

/**
 * The function that GraphQL Code Generator calls. Returns the text of an interface with a member for each message: a
 * string, or a function of the arguments used in any language.
 */
export function plugin(_schema: unknown, _documents: unknown, { from, dictionaries }: Options): string {
  const read = (file: string) => JSON.parse(readFileSync(`${from}/${file}`, 'utf8')) as MessageTree;
  const trees = new Map(readdirSync(from).map((file) => [file, read(file)]));
  const first = trees.get(`${DEFAULT_LOCALE}.json`)!;
  return [
    '// Made by `npm run generate` from src/i18n/messages. Change the messages, not this file.\n',
    '/** The texts of one language, by part and name. */',
    `export interface Messages ${printPart(first, [...trees.values()], '', new Set(dictionaries))}\n`,
  ].join('\n');
}

function printPart(part: MessageTree, all: readonly MessageTree[], path: string, dictionaries: Set<string>): string {
  const indent = '  '.repeat(path === '' ? 1 : path.split('.').length + 1);
  const members = Object.entries(part).map(([name, message]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    if (dictionaries.has(inner)) return `readonly ${name}: Readonly<Record<string, string>>;`;
    const others = all.map((tree) => tree[name]);
    if (typeof message !== 'string') {
      return `readonly ${name}: ${printPart(message, others as MessageTree[], inner, dictionaries)};`;
    }
    const values = new Map(others.flatMap((each) => [...argumentsOf(each as string)]));
    const list = [...values].map(([argument, type]) => `${argument}: ${type}`).join('; ');
    return `readonly ${name}: ${values.size === 0 ? 'string' : `(values: { ${list} }) => string`};`;
  });
  return `{\n${members.map((member) => `${indent}${member}\n`).join('')}${indent.slice(2)}}`;
}

/** Returns the arguments of a message with their types, in order. */
function argumentsOf(message: string): Map<string, 'number' | 'string | number'> {
  const found = new Map<string, 'number' | 'string | number'>();
  const visit = (nodes: readonly MessageFormatElement[]) => {
    for (const node of nodes) {
      if (isLiteralElement(node) || isPoundElement(node)) continue;
      found.set(node.value, isPluralElement(node) ? 'number' : 'string | number');
      if (isPluralElement(node) || isSelectElement(node))
        for (const option of Object.values(node.options)) visit(option.value);
    }
  };
  visit(parse(message, { ignoreTag: true }));
  return found;
}
