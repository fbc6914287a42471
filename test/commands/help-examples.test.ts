import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../src/commands/index.js';
import { loadModel } from '../../src/model/load-model.js';

const { kinds } = loadModel('schema');
const FOLDERS = kinds.map(({ folder }) => folder).join('|');
/** Commands and options that take a slug without its folder, and that folder. */
const BY_SLUG = [
  { pattern: /^leaflet ([a-z0-9-]+)/, folder: 'leaflets' },
  { pattern: /^refresh ([a-z][a-z0-9-]+)/, folder: 'indicators' },
  { pattern: /--indicator[= ]([a-z0-9-]+)/, folder: 'indicators' },
  { pattern: /--source[= ]([a-z0-9-]+)/, folder: 'sources' },
];

/** Returns the entries that a text mentions, as folder/slug. */
function namesIn(text: string): string[] {
  const inFolders = [...text.matchAll(new RegExp(String.raw`\b((?:${FOLDERS})/[a-z0-9-]+)`, 'g'))].map(
    ([, name]) => name!,
  );
  const bySlug = BY_SLUG.flatMap(({ pattern, folder }) => {
    const [, slug] = pattern.exec(text) ?? [];
    return slug === undefined ? [] : [`${folder}/${slug}`];
  });
  return [...inFolders, ...bySlug];
}

const exists = (name: string) => existsSync(join('seed', `${name}.yaml`));

test.each(Object.keys(commands))('the entries that the help of "%s" mentions exist', async (name) => {
  const { examples, args, description } = await commands[name]!();
  const meanings = Object.values(args as Record<string, { description: string }>).map((each) => each.description);
  const missing = [...examples, ...meanings, description].flatMap(namesIn).filter((each) => !exists(each));
  expect(missing).toEqual([]);
});

test.each(['docs/operating.md', 'docs/importing.md'])('the entries in %s exist', (page) => {
  const lines = readFileSync(page, 'utf8').split('\n');
  expect(lines.flatMap(namesIn).filter((each) => !exists(each))).toEqual([]);
});
