import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runIn } from '../commands/run-command.js';
import { model } from './invalid-content.js';

const readme = readFileSync('seed/README.md', 'utf8');

/** The code blocks of the page, with the blanks taken away by which a list sets them in. */
const blocks = [...readme.matchAll(/^( *)```\w*\n([\s\S]*?)^\1```/gm)].map(([, indent, text]) =>
  text!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-readme-'));
  cpSync('seed', root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

async function validate() {
  const { exit, out } = await runIn({ SEED_DIR: root }, 'validate');
  return { exit, out: out.replaceAll(root, 'seed') };
}

const leaflet = () => blocks.find((block) => block.includes('My first leaflet'))!;

test('the first leaflet passes as it stands, with its texts in two languages', async () => {
  write('leaflets/my-first-leaflet.yaml', leaflet());
  write('leaflets/my-first-leaflet.md', 'The text, with a [link](https://example.org).\n');
  write('leaflets/my-first-leaflet.fr.md', 'Le texte.\n');
  expect(await validate()).toMatchObject({ exit: 0 });
});

test('every other field that is shown passes as part of a record', async () => {
  const shown = (start: string) => blocks.find((block) => block.startsWith(start))!;
  const parts = [shown('summary:'), shown('title:'), shown('citations:'), shown('claims:')];
  write('leaflets/parts.yaml', `${parts.join('')}issuer: eurojust\n`);
  write('indicators/eurojust-ms-coordination-meetings.csv', `${shown('area,')}EU_PLUS,2023,31,,,ej-ar2023-ms,\n`);
  const { out } = await validate();
  expect(out).toContain('no problems.');
});

test('the mistakes that are shown look as they are shown', async () => {
  const labels = 'altLabels:\n  - minors\n  - minors\n';
  write('topics/minors.yaml', `# a topic\ntitle: Minors\nscheme: SUBJECT\ndefintion: Children.\n${labels}`);
  const lines = blocks
    .find((block) => block.startsWith('seed/topics/minors.yaml'))!
    .trim()
    .split('\n');
  expect((await validate()).out.trim().split('\n').slice(0, -1)).toEqual(lines.slice(0, -1));
});

test('every folder of the model is in the table, with its file for the editor', () => {
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \|.*\| `(\w+)\.json` \|$/gm)];
  expect(rows.map(([, folder, singular]) => `${folder} ${singular}`).sort()).toEqual(
    model.kinds.map(({ folder, singular }) => `${folder} ${singular}`).sort(),
  );
});
