import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { group } from 'd3-array';

/** Number of entries of each folder that the small seed always contains. */
const FIRST_ENTRIES = 2;
/** Number of rows from which a file of figures is shortened. */
const LONG_FILE = 500;
/** Number of rows that a shortened file always contains. */
const FIRST_ROWS = 100;

/**
 * Copies a part of `seed/`: the first entries of each folder, the given ones, and all entries that these name. Long
 * files of figures contain only their first rows and the periods that claims quote. Copies all of `seed/` with LONG=1.
 *
 * @param keep slugs of further entries to copy
 */
export function copySmallSeed(to: string, keep: readonly string[] = []): void {
  if (process.env['LONG']) return cpSync('seed', to, { recursive: true });
  const texts = smallSeed(keep);
  console.log(`small seed: ${texts.size} files; all with LONG=1`);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
  }
}

/** Returns the texts of the files by path in `seed/`. */
function smallSeed(keep: readonly string[]): Map<string, string> {
  const paths = readdirSync('seed', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[a-z-]+\/[^/]+\.\w+$/.test(path))
    .sort();
  const quoted = quotedPeriods(paths.filter((path) => path.endsWith('.yaml')));
  const pathsBySlug = group(paths, slugOf);
  const inFolders = [...group(paths, dirname).values()].map((inFolder) => [...new Set(inFolder.map(slugOf))]);
  const slugs = new Set([...inFolders.flatMap((inFolder) => inFolder.slice(0, FIRST_ENTRIES)), ...keep]);
  const texts = new Map<string, string>();
  // The loop also visits the slugs that it adds.
  for (const slug of slugs) {
    for (const path of pathsBySlug.get(slug) ?? []) {
      const text = readFileSync(join('seed', path), 'utf8');
      texts.set(path, path.endsWith('.csv') ? shorten(text, quoted.get(slug) ?? new Set()) : text);
      for (const word of wordsOf(path, texts.get(path)!)) if (pathsBySlug.has(word)) slugs.add(word);
    }
  }
  return texts;
}

function slugOf(path: string): string {
  return basename(path).split('.')[0]!;
}

/** Returns the words that may be slugs. Codes of areas in figures are written as the slugs of their entries. */
function wordsOf(path: string, text: string): Set<string> {
  const written = path.endsWith('.csv')
    ? text
        .toLowerCase()
        .replaceAll('_', '-')
        .replaceAll(/^route-/gm, '')
    : text;
  return new Set(written.match(/[a-z0-9-]+/g));
}

/** Returns the periods that claims quote, by the slug of the indicator. */
function quotedPeriods(paths: readonly string[]): Map<string, Set<string>> {
  const quoted = new Map<string, Set<string>>();
  for (const path of paths) {
    const claims = readFileSync(join('seed', path), 'utf8').matchAll(
      /indicator: ([a-z0-9-]+)\n +area: \S+\n +period: "?([^"\n]+)/g,
    );
    for (const [, indicator, period] of claims) {
      quoted.set(indicator!, (quoted.get(indicator!) ?? new Set()).add(period!));
    }
  }
  return quoted;
}

/** Returns the first rows of a long file of figures, and those of the given periods. */
function shorten(text: string, periods: ReadonlySet<string>): string {
  const lines = text.split('\n');
  if (lines.length < LONG_FILE) return text;
  const isQuoted = (line: string) => periods.has(line.split(',')[1]!);
  return lines.filter((line, index) => index <= FIRST_ROWS || line === '' || isQuoted(line)).join('\n');
}
