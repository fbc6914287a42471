import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** Which folders of src/ each folder may import from; `types` ones only as types. */
const ARROWS: Record<string, { from: string[]; types?: string[] }> = {
  model: { from: [] },
  contract: { from: ['model'] },
  records: { from: ['model', 'contract'], types: ['store', 'generated', 'series'] },
  content: { from: ['model', 'records'], types: ['store'] },
  series: { from: ['model'], types: ['store'] },
  datasets: { from: ['model', 'series'], types: ['store'] },
  kinds: { from: ['model', 'series'], types: ['records', 'store', 'graphql', 'generated'] },
  store: { from: ['model'] },
  search: { from: ['model'], types: ['store'] },
  graphql: { from: ['model', 'contract', 'records', 'series', 'kinds'], types: ['store', 'search', 'generated'] },
  tables: { from: [] },
  pages: { from: ['model', 'series', 'kinds'], types: ['store'] },
  http: { from: ['model', 'graphql', 'pages'], types: ['store'] },
  embedded: { from: [] },
  generated: { from: [] },
  commands: {
    from: [
      'model',
      'series',
      'contract',
      'content',
      'datasets',
      'records',
      'kinds',
      'store',
      'embedded',
      'search',
      'graphql',
      'http',
      'pages',
    ],
  },
};

/** Files at the top of src/ that every folder may import; src/server.ts is for the command that serves. */
const FOR_ALL = ['src/errors.js', 'src/config.js'];

/** Folders that may name a kind of entry. */
const MAY_NAME_KINDS = ['kinds', 'series', 'datasets', 'generated', 'graphiql'];

/** Files that are the start of a process. */
const ENTRIES = ['src/cli.ts', 'src/server.ts', 'src/embedded/storage/check-folder.ts'];

const files = listFiles('src').filter((path) => /\.tsx?$/.test(path) && !path.startsWith('src/graphiql/'));

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

function folderOf(path: string): string | null {
  const [, first, second] = path.split('/');
  return second === undefined ? null : first!;
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

describe('the layers', () => {
  test('every folder of src/ has its arrows', () => {
    const folders = readdirSync('src').filter(
      (name) => statSync(join('src', name)).isDirectory() && name !== 'graphiql',
    );
    expect(folders.filter((folder) => !ARROWS[folder])).toEqual([]);
  });

  test('imports follow the arrows', () => {
    const against = files.flatMap((file) => {
      const folder = folderOf(file);
      if (!folder) return [];
      const { from, types = [] } = ARROWS[folder]!;
      return importsOf(file)
        .filter(({ target, typeOnly }) => {
          const other = folderOf(target);
          const forAll = FOR_ALL.includes(target) || (folder === 'commands' && target === 'src/server.js');
          if (other === null) return target.startsWith('src/') && !forAll;
          return other !== folder && !from.includes(other) && !(typeOnly && types.includes(other));
        })
        .map(({ target, typeOnly }) => `${file} ${typeOnly ? 'uses a type of' : 'imports'} ${target}`);
    });
    expect(against).toEqual([]);
  });

  test('the embedded database imports nothing of the rest, and the model only the errors', () => {
    const outside = (folder: string) =>
      files
        .filter((file) => folderOf(file) === folder)
        .flatMap(importsOf)
        .map(({ target }) => target)
        .filter((target) => !target.startsWith(`src/${folder}/`));
    expect(outside('embedded')).toEqual([]);
    expect([...new Set(outside('model'))]).toEqual(['src/errors.js']);
  });

  test('only the store imports the driver, and only the configuration reads the environment', () => {
    const importers = files.filter((file) => /from 'mongodb'/.test(readFileSync(file, 'utf8')));
    expect(importers.filter((file) => folderOf(file) !== 'store')).toEqual([]);
    const readers = files.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['src/config.ts']);
  });

  test('only the entries end the process', () => {
    const enders = files.filter((file) => /process\.exit\(|process\.exitCode/.test(readFileSync(file, 'utf8')));
    expect(enders.filter((file) => !ENTRIES.includes(file))).toEqual([]);
  });

  test('no layer names a kind of entry', () => {
    const kinds = [...readFileSync('schema.graphql', 'utf8').matchAll(/^type (\w+) implements [^{]*\bEntry\b/gm)].map(
      ([, name]) => name!,
    );
    expect(kinds.length).toBe(15);
    const distinct = kinds.filter(
      (name) => !['Resource', 'Source', 'Event', 'Route', 'Question', 'Topic', 'Trend'].includes(name),
    );
    const pattern = new RegExp(`\\b(${distinct.join('|')})\\b|\\b(${kinds.join('|')})(Record|Filter|Connection)\\b`);
    const naming = files
      .filter((file) => !MAY_NAME_KINDS.includes(folderOf(file) ?? ''))
      .filter((file) => pattern.test(withoutComments(readFileSync(file, 'utf8'))));
    expect(naming).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

describe('the papers', () => {
  test("the README's map names every folder and file at the top of src/, and nothing that is not there", () => {
    const readme = readFileSync('README.md', 'utf8');
    const map = readme.slice(readme.indexOf('## The map'));
    const missing = readdirSync('src').filter(
      (name) => !map.includes(statSync(join('src', name)).isDirectory() ? `${name}/` : name),
    );
    expect(missing).toEqual([]);
    const named = [...map.matchAll(/^ {2}([a-z-]+(?:\/|\.ts))/gm)].map(([, name]) => name!);
    expect(named.filter((name) => !existsSync(join('src', name)))).toEqual([]);
  });

  test('CONTRIBUTING says of every dependency why it is there, and of nothing else', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const [, section = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('## Dependencies');
    const lines = section.split('\n## ')[0]!.match(/^- `.*?`:/gms) ?? [];
    const named = lines.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });
});
