import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/**
 * The files and folders that each folder of src/, and each file at its top, may import from; `types` lists type-only
 * imports.
 */
const ALLOWED_IMPORTS: Record<string, { from: string[]; types?: string[] }> = {
  'errors.ts': { from: [] },
  'package-info.ts': { from: [] },
  'memoise.ts': { from: [] },
  'duration.ts': { from: [] },
  'former-names.ts': { from: [] },
  'shutdown-signals.ts': { from: [] },
  'temporary-folder.ts': { from: ['shutdown-signals.ts'] },
  'stale-temp-files.ts': { from: ['errors.ts'] },
  embedded: { from: [] },
  tables: { from: ['memoise.ts'] },
  generated: { from: [] },
  i18n: { from: ['memoise.ts', 'duration.ts'], types: ['generated'] },
  model: { from: ['errors.ts'] },
  'config.ts': { from: ['errors.ts', 'package-info.ts', 'former-names.ts', 'model'] },
  contract: { from: ['errors.ts', 'memoise.ts', 'model'] },
  store: { from: ['errors.ts', 'memoise.ts', 'stale-temp-files.ts', 'model', 'contract'] },
  series: { from: ['errors.ts', 'memoise.ts', 'model'], types: ['generated', 'store'] },
  search: { from: ['memoise.ts', 'generated', 'model'], types: ['store'] },
  'saved-queries': { from: ['model', 'series', 'tables', 'i18n'] },
  html: { from: ['memoise.ts', 'i18n'] },
  charts: { from: ['memoise.ts', 'series', 'tables', 'i18n'] },
  reading: { from: ['errors.ts', 'memoise.ts', 'model', 'series'], types: ['generated', 'store', 'tables'] },
  query: { from: ['errors.ts'] },
  cost: { from: ['errors.ts', 'model', 'series', 'query'], types: ['store', 'reading'] },
  records: { from: ['errors.ts', 'duration.ts', 'model', 'i18n'], types: ['store', 'series', 'reading', 'cost'] },
  kinds: {
    from: [
      'errors.ts',
      'memoise.ts',
      'duration.ts',
      'model',
      'series',
      'search',
      'reading',
      'cost',
      'saved-queries',
      'charts',
      'html',
      'i18n',
    ],
    types: ['generated', 'store', 'records', 'tables'],
  },
  explorer: { from: ['model', 'series', 'tables', 'saved-queries', 'charts', 'i18n'] },
  files: { from: ['errors.ts', 'model', 'series', 'tables', 'saved-queries', 'i18n'] },
  pages: {
    from: [
      'errors.ts',
      'memoise.ts',
      'model',
      'series',
      'i18n',
      'html',
      'tables',
      'charts',
      'saved-queries',
      'explorer',
      'files',
      'kinds',
    ],
  },
  content: {
    from: ['errors.ts', 'stale-temp-files.ts', 'former-names.ts', 'model', 'contract', 'records'],
    types: ['store'],
  },
  datasets: { from: ['errors.ts', 'model', 'series', 'reading'], types: ['store'] },
  graphql: {
    from: ['errors.ts', 'memoise.ts', 'model', 'contract', 'records', 'series', 'reading', 'query', 'cost'],
    types: ['store', 'search', 'tables'],
  },
  http: {
    from: [
      'errors.ts',
      'package-info.ts',
      'memoise.ts',
      'model',
      'reading',
      'query',
      'cost',
      'graphql',
      'html',
      'pages',
      'tables',
      'charts',
      'saved-queries',
      'explorer',
      'files',
      'i18n',
    ],
    types: ['config.ts', 'store'],
  },
  'connect-database.ts': { from: ['errors.ts', 'package-info.ts', 'embedded', 'store'], types: ['config.ts'] },
  'open-database.ts': {
    from: ['temporary-folder.ts', 'model', 'store', 'records', 'kinds', 'connect-database.ts'],
    types: ['config.ts'],
  },
  'open-services.ts': { from: ['model', 'reading', 'search', 'cost', 'graphql'], types: ['records'] },
  'server.ts': {
    from: [
      ...['package-info.ts', 'store', 'records', 'content', 'http'],
      ...['connect-database.ts', 'open-database.ts', 'open-services.ts'],
    ],
    types: ['config.ts'],
  },
  commands: {
    from: [
      'errors.ts',
      'package-info.ts',
      'shutdown-signals.ts',
      'temporary-folder.ts',
      'stale-temp-files.ts',
      'config.ts',
      'former-names.ts',
      'model',
      'contract',
      'embedded',
      'store',
      'series',
      'reading',
      'records',
      'i18n',
      'kinds',
      'content',
      'datasets',
      'graphql',
      'http',
      'connect-database.ts',
      'open-database.ts',
      'open-services.ts',
      'server.ts',
    ],
  },
  'cli.ts': { from: ['errors.ts', 'shutdown-signals.ts', 'commands'] },
};

/**
 * Files that may name a kind of entry: the modules of kinds, generated code, messages, entries of an import, and the
 * form that saves a question.
 */
const MAY_NAME_KINDS = [
  ...['src/kinds/', 'src/generated/', 'src/i18n/'],
  ...['src/datasets/read-import-entries.ts', 'src/graphiql/editor/save/'],
];

/** Entry points of processes. */
const ENTRIES = ['src/cli.ts', 'src/server.ts'];

const allFiles = listFiles('src').filter((path) => /\.tsx?$/.test(path));
const files = allFiles.filter((path) => !path.startsWith('src/graphiql/'));

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

/** Returns the folder of src/ that contains a file, or the file name if it is at the top. */
function placeOf(path: string): string {
  return path.split('/')[1]!;
}

interface Import {
  file: string;
  typeOnly: boolean;
  target: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/g,
  );
  return [...found].map(([, typeOnly, from, dynamic]) => ({
    file,
    typeOnly: Boolean(typeOnly),
    target: relative('.', resolve(dirname(file), (from ?? dynamic)!)),
  }));
}

/** Returns the source file of an import. */
function sourceOf(target: string): string {
  return target.replace(/\.js$/, '.ts');
}

/** Returns the possible source files of an import. */
function sourcesOf(target: string): string[] {
  return [sourceOf(target), target.replace(/\.js$/, '.tsx')];
}

/** Returns the import cycles, one for each file that closes a cycle. */
function findCycles(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const visited = new Set<string>();
  const follow = (file: string, importers: readonly string[]): void => {
    if (importers.includes(file)) cycles.push([...importers.slice(importers.indexOf(file)), file]);
    if (visited.has(file)) return;
    visited.add(file);
    for (const target of targets.get(file) ?? []) follow(target, [...importers, file]);
  };
  for (const file of targets.keys()) follow(file, []);
  return cycles;
}

describe('the layers of src/', () => {
  test('every folder and file at the top of src/ has a list of allowed imports', () => {
    const places = readdirSync('src').filter((name) => name !== 'graphiql');
    expect(Object.keys(ALLOWED_IMPORTS).sort()).toEqual(places.sort());
  });

  test('the list of allowed imports has each folder after all folders and files that it may import from', () => {
    const places = Object.keys(ALLOWED_IMPORTS);
    const up = Object.entries(ALLOWED_IMPORTS).flatMap(([place, { from, types = [] }]) =>
      [...from, ...types]
        .filter((other) => places.indexOf(other) >= places.indexOf(place) || !places.includes(other))
        .map((other) => `${place} to ${other}`),
    );
    expect(up).toEqual([]);
  });

  test('every import between folders of src/ is in the list of allowed imports', () => {
    const imports = files.flatMap((file) =>
      importsOf(file).flatMap((found) => {
        const [place, other] = [placeOf(file), placeOf(sourceOf(found.target))];
        return place === other ? [] : [{ ...found, place, other }];
      }),
    );
    const against = imports.filter(({ place, other, typeOnly }) => {
      const { from, types = [] } = ALLOWED_IMPORTS[place]!;
      return !from.includes(other) && !(typeOnly && types.includes(other));
    });
    expect(against.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test('page layouts of kinds are separate from the kinds, and only pages import them', () => {
    const isPart = (path: string) => path.startsWith('src/kinds/pages/');
    const imports = files.flatMap(importsOf);
    expect(imports.filter(({ file, target }) => isPart(target) && !isPart(file) && placeOf(file) !== 'pages')).toEqual(
      [],
    );
    const drawing = imports.filter(({ file }) => placeOf(file) === 'kinds' && !isPart(file));
    expect(drawing.filter(({ target }) => ['charts', 'html'].includes(placeOf(target)))).toEqual([]);
    const fromPages = imports.filter(({ file, target }) => placeOf(file) === 'pages' && placeOf(target) === 'kinds');
    expect(fromPages.filter(({ target }) => !isPart(target))).toEqual([]);
  });

  test.each(['store', 'graphql'])('the folders of %s import each other in only one direction', (folder) => {
    const layerOf = (path: string) => path.split('/')[2]!;
    const arrows = new Set(
      files
        .filter((file) => file.startsWith(`src/${folder}/`) && file.split('/').length > 3)
        .flatMap(importsOf)
        .filter(({ target, typeOnly }) => !typeOnly && target.startsWith(`src/${folder}/`))
        .filter(({ target }) => target.split('/').length > 3)
        .map(({ file, target }) => `${layerOf(file)} ${layerOf(target)}`),
    );
    expect(arrows.size).toBeGreaterThan(3);
    const reachableFrom = (from: string, seen = new Set<string>()): Set<string> => {
      for (const arrow of arrows) {
        const [a, b] = arrow.split(' ') as [string, string];
        if (a === from && b !== from && !seen.has(b)) reachableFrom(b, seen.add(b));
      }
      return seen;
    };
    const folders = new Set([...arrows].map((arrow) => arrow.split(' ')[0]!));
    expect([...folders].filter((room) => reachableFrom(room).has(room))).toEqual([]);
  });

  test('no files import each other in a cycle', () => {
    const targets = new Map(
      allFiles.map((file) => [file, importsOf(file).flatMap(({ target }) => sourcesOf(target).filter(existsSync))]),
    );
    expect([...targets.values()].flat().length).toBeGreaterThan(2000);
    const cycles = findCycles(targets);
    expect(cycles.map((files) => files.join(' -> '))).toEqual([]);
  });

  test('src/embedded imports no other folder, and src/model imports only src/errors.ts', () => {
    const importsOutside = (folder: string) =>
      files
        .filter((file) => placeOf(file) === folder)
        .flatMap(importsOf)
        .map(({ target }) => target)
        .filter((target) => !target.startsWith(`src/${folder}/`));
    expect(importsOutside('embedded')).toEqual([]);
    expect([...new Set(importsOutside('model'))]).toEqual(['src/errors.js']);
  });

  test('only the store imports the driver, and only the configuration reads the environment', () => {
    const importers = files.filter((file) => /from 'mongodb'/.test(readFileSync(file, 'utf8')));
    expect(importers.filter((file) => placeOf(file) !== 'store')).toEqual([]);
    const readers = files.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['src/config.ts']);
  });

  test('only entry points set the exit code or end the process', () => {
    const enders = files.filter((file) => /process\.exit\(|process\.exitCode/.test(readFileSync(file, 'utf8')));
    expect(enders.filter((file) => !ENTRIES.includes(file))).toEqual([]);
  });

  test('only modules of kinds, generated code, messages and a few listed files name a kind of entry', () => {
    const kinds = [...readFileSync('schema.graphql', 'utf8').matchAll(/^type (\w+) implements [^{]*\bEntry\b/gm)].map(
      ([, name]) => name!,
    );
    expect(kinds.length).toBeGreaterThan(10);
    // These names are also common words, so only complete string literals count, as in 'Topic'.
    const common = ['Resource', 'Source', 'Event', 'Route', 'Question', 'Topic', 'Trend', 'Territory'];
    const distinct = kinds.filter((name) => !common.includes(name)).join('|');
    const kindNames = kinds.join('|');
    const pattern = new RegExp(
      `\\b(${distinct})\\b|\\b(${kindNames})(Record|Filter|Connection)\\b|(['"\`])(${kindNames})\\4`,
    );
    const data = listFiles('src').filter((file) => file.endsWith('.json'));
    const naming = [...allFiles, ...data]
      .filter((file) => !MAY_NAME_KINDS.some((place) => file.startsWith(place)))
      .filter((file) => pattern.test(withoutComments(readFileSync(file, 'utf8'))));
    expect(naming).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

// All code must be read, tested and maintained. A larger limit needs a decision, with the reason in the commit.
// Generated code, data and messages do not count.
const MAX_LINES = 84_000;

test('src/ has at most MAX_LINES lines, without generated code', () => {
  const sources = listFiles('src').filter((path) => /\.(tsx?|css|html|js)$/.test(path));
  const counted = sources.filter((path) => !path.startsWith('src/generated/'));
  const lines = counted.reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length - 1, 0);
  expect(lines).toBeGreaterThan(10_000);
  expect(lines).toBeLessThanOrEqual(MAX_LINES);
});

describe('docs/architecture.md', () => {
  const page = readFileSync('docs/architecture.md', 'utf8');

  test('the map in docs/architecture.md lists exactly the folders and files at the top of src/', () => {
    const [, map = ''] = /## The map\n([^]*?)\n## /.exec(page)!;
    const missing = readdirSync('src').filter(
      (name) => !map.includes(statSync(join('src', name)).isDirectory() ? `${name}/` : name),
    );
    expect(missing).toEqual([]);
    const named = [...map.matchAll(/^ {2}([a-z-]+(?:\/|\.ts))/gm)].map(([, name]) => name!);
    expect(named.filter((name) => !existsSync(join('src', name)))).toEqual([]);
  });

  test('the layer diagram in docs/architecture.md has every folder above its imports', () => {
    const [, section = ''] = page.split('## The layers');
    const floors = section
      .split(/```(?:text\n)?/)[1]!
      .trim()
      .split('\n');
    const floorOf = new Map(floors.flatMap((floor, index) => floor.split(/\s+/).map((place) => [place, index])));
    expect([...floorOf.keys()].sort()).toEqual(Object.keys(ALLOWED_IMPORTS).sort());
    const up = Object.entries(ALLOWED_IMPORTS).flatMap(([place, { from, types = [] }]) =>
      [...from, ...types]
        .filter((other) => floorOf.get(other)! <= floorOf.get(place)!)
        .map((other) => `${place} to ${other}`),
    );
    expect(up).toEqual([]);
  });
});
