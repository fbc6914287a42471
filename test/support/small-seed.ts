import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Copies `seed/` without the indicators that no other entry refers to, and without the questions about them. These
 * indicators have most of the figures. With LONG=1, copies everything.
 *
 * @param keep slugs of further indicators to copy
 */
export function copySmallSeed(to: string, keep: readonly string[] = []): void {
  const left = process.env['LONG'] ? new Set<string>() : unusedFiles(keep);
  if (left.size > 0) console.log(`small seed: without ${left.size} files of indicators and questions; all with LONG=1`);
  cpSync('seed', to, { recursive: true, filter: (path) => !left.has(path) });
}

function unusedFiles(keep: readonly string[]): Set<string> {
  const files = readdirSync('seed', { recursive: true, encoding: 'utf8' }).map((name) => join('seed', name));
  const texts = files
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, words: new Set(readFileSync(path, 'utf8').match(/[a-z0-9-]+/g)) }));
  const slugOf = (path: string) => basename(path).split('.')[0]!;
  const isIn = (folder: string) => (path: string) => path.startsWith(join('seed', folder, '/'));
  const [isIndicator, isQuestion] = [isIn('indicators'), isIn('questions')];
  const isUsed = (slug: string) =>
    texts.some(
      ({ path, words }) => words.has(slug) && !isQuestion(path) && !(isIndicator(path) && slugOf(path) === slug),
    );
  const unused = new Set(
    files
      .filter(isIndicator)
      .map(slugOf)
      .filter((slug) => !keep.includes(slug) && !isUsed(slug)),
  );
  const questions = texts.filter(({ path, words }) => isQuestion(path) && [...unused].some((slug) => words.has(slug)));
  return new Set([
    ...files.filter((path) => isIndicator(path) && unused.has(slugOf(path))),
    ...questions.map(({ path }) => path),
  ]);
}
