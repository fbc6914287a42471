import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { withoutComputedFields } from '../../src/records/replace-links.js';
import { saveRecords } from '../../src/records/save-records.js';
import { createTestCli, runCliIn } from '../commands/test-cli.js';
import { model } from '../content/invalid-content.js';
import { copySmallSeed } from '../support/small-seed.js';

const page = readFileSync('docs/editing.md', 'utf8');

/** The code blocks of the page, without the indentation of list items. */
const blocks = [...page.matchAll(/^( *)```\w*\n([\s\S]*?)^\1```/gm)].map(([, indent, text]) =>
  text!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

/** Slugs of the entries of seed/ that the examples name, and that the content of the tests must contain. */
const NAMED = [
  'ej-ar2023-ms',
  'electronic-evidence',
  'eucrim-dk',
  'eurojust',
  'eurojust-ms-cases',
  'eurojust-ms-coordination-meetings',
];

const root = mkdtempSync(join(tmpdir(), 'signpost-readme-'));
beforeAll(() => copySmallSeed(root, NAMED));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

async function validate() {
  const { exit, out } = await runCliIn({ CONTENT_DIR: root }, 'validate');
  return { exit, out: out.replaceAll(root, 'seed') };
}

const leaflet = () => blocks.find((block) => block.includes('My first leaflet'))!;

test('the first leaflet in docs/editing.md is valid, with texts in two languages', async () => {
  write('leaflets/my-first-leaflet.yaml', leaflet());
  write('leaflets/my-first-leaflet.md', 'The text, with a [link](https://example.org).\n');
  write('leaflets/my-first-leaflet.fr.md', 'Le texte.\n');
  expect(await validate()).toMatchObject({ exit: 0 });
});

test('the field examples in docs/editing.md are valid in a record', async () => {
  const findBlock = (start: string) => blocks.find((block) => block.startsWith(start))!;
  const parts = [findBlock('summary:'), findBlock('title:'), findBlock('citations:'), findBlock('claims:')];
  const claim = findBlock('- statement:').replaceAll(/^/gm, '  ').trimEnd();
  write('leaflets/parts.yaml', `${parts.join('')}${claim}\nissuer: eurojust\n`);
  write('sources/shown.yaml', findBlock('title: Third-country'));
  write('indicators/eurojust-ms-coordination-meetings.csv', `${findBlock('area,')}EU_PLUS,2023,31,,,ej-ar2023-ms,\n`);
  const { out } = await validate();
  expect(out).toContain('no problems.');
});

/** The console blocks of the page: each command with its output. */
const sessions = [...page.matchAll(/^```console\n([\s\S]*?)^```/gm)].map(([, text]) =>
  text!
    .split(/^\$ npx signpost /m)
    .slice(1)
    .map((part) => {
      const [call, ...lines] = part.trimEnd().split('\n');
      return { argv: call!.split(' '), printed: lines.join('\n') };
    }),
);

/** Replaces numbers, times and column widths in console output, which depend on other content. */
const maskValues = (text: string) =>
  text
    .replace(/\b[0-9a-f]{12}-\d+\b/g, '<plan>')
    .replace(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d\.\d+Z)?/g, '<time>')
    .replace(/until=\d+&signature=\S+/g, '<link>')
    .replace(/\d+ (unchanged|records? unchanged)/g, 'N $1')
    .replace(/of \d+ files/g, 'of N files')
    .replace(/(\S) {2,}/g, '$1  ');

describe('the console session in docs/editing.md', () => {
  const cli = createTestCli();
  let database: DatabaseHandle;
  const put = (name: string, text: string) => writeFileSync(join(cli.seed, name), text);
  const first = leaflet();
  const draft = first.replace(/^summary:.*$/m, 'summary: What it is for, in one or two sentences.');

  beforeAll(async () => {
    database = await openDatabase(readConfig({ DATA_DIR: cli.data }));
    put('organisations/eurojust.yaml', 'title: Agency for Criminal Justice Cooperation\norganisationType: EU_AGENCY\n');
    put('topics/electronic-evidence.yaml', 'title: Electronic evidence\nscheme: SUBJECT\n');
    await cli.run('seed');
  });
  afterAll(async () => {
    await database.close();
    cli.remove();
  });

  /** Actions before each console block of the page. */
  const BEFORE: readonly (() => unknown)[] = [
    () => {
      const wrong = draft.replace('eurojust', 'Eurojust').replace('evidence', 'evidense');
      put('leaflets/my-first-leaflet.yaml', `${wrong}date: 2024\n`);
      put('topics/minors.yaml', 'title: Minors: a subject\nscheme: SUBJECT\n');
    },
    () => {
      put('leaflets/my-first-leaflet.yaml', draft);
      rmSync(join(cli.seed, 'topics/minors.yaml'));
    },
    () => undefined,
    async () => {
      const kind = database.model.kind('Leaflet');
      const [entry] = await database.store.entries.currentStates([{ kind: kind.name, slug: 'my-first-leaflet' }]);
      const { originalLocale, revision: expectedRevision, slug } = entry!;
      const raw = withoutComputedFields(kind, {
        ...entry!.record,
        summary: { en: 'What it is for, in one sentence.' },
      });
      const record = { kind, slug, raw, originalLocale, publish: true, expectedRevision };
      await saveRecords(database, [record], { author: 'Ben', message: 'shorter' });
      const file = join(cli.seed, 'leaflets/my-first-leaflet.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('one or two sentences', 'a few words'));
    },
    async () => {
      expect((await cli.run('export', '--keep=file')).exit).toBe(0);
      expect((await cli.run('seed')).exit).toBe(0);
    },
    () => undefined,
  ];

  test('each command of the console session prints the documented output', async () => {
    expect(sessions).toHaveLength(BEFORE.length);
    for (const [index, session] of sessions.entries()) {
      await BEFORE[index]!();
      for (const { argv, printed } of session) {
        const { out, err } = await cli.run(...argv);
        const text = (out + err).replaceAll(cli.seed, 'seed').trimEnd();
        expect([argv.join(' '), maskValues(text)]).toEqual([argv.join(' '), maskValues(printed)]);
      }
    }
  });
});

test('the table of folders in docs/editing.md lists every folder of the model with its editor schema', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\|.*\| `(\w+)\.json` +\|$/gm)];
  expect(rows.map(([, folder, singular]) => `${folder} ${singular}`).sort()).toEqual(
    model.kinds.map(({ folder, singular }) => `${folder} ${singular}`).sort(),
  );
});
