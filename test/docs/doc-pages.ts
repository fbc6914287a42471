import { readdirSync, readFileSync } from 'node:fs';

/** The documentation: the pages at the root and in docs/. */
export const DOC_PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A fenced code block of a documentation page. */
export interface FencedBlock {
  page: string;
  line: number;
  language: string;
  text: string;
}

/** Returns the fenced blocks of a page, without the indentation of list items. */
export function blocksOf(page: string): FencedBlock[] {
  const source = readFileSync(page, 'utf8');
  return [...source.matchAll(/^( *)```(\w*)\n([^]*?)^\1```$/gm)].map(({ index, 1: indent, 2: language, 3: text }) => ({
    page,
    line: source.slice(0, index).split('\n').length,
    language: language!,
    text: text!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}
