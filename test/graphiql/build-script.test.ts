import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Code of a fake esbuild and Vite that record their calls. They fail if the source of the server is "broken". */
const TOOL = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const part = process.argv[1].includes('vite') ? 'graphiql' : process.argv[2].includes('explorer') ? 'script' : 'server';
mkdirSync(part === 'server' ? 'dist' : 'dist/' + part, { recursive: true });
appendFileSync('calls.txt', part + ' ');
if (part === 'server')
  for (const name of ['cli', 'embedded', 'worker']) writeFileSync('dist/' + name + '.js', readFileSync('src/server.ts'));
if (readFileSync('src/server.ts', 'utf8') === 'broken' && part === 'server') {
  console.log('src/server.ts(1,1): error');
  process.exit(2);
}`;

describe('scripts/build.js', () => {
  let root: string;

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  function build(...options: string[]) {
    const run = spawnSync(process.execPath, [join(root, 'scripts/build.js'), ...options], { encoding: 'utf8' });
    const calls = existsSync(join(root, 'calls.txt')) ? readFileSync(join(root, 'calls.txt'), 'utf8').trim() : '';
    rmSync(join(root, 'calls.txt'), { force: true });
    return { status: run.status, out: run.stdout + run.stderr, built: calls === '' ? [] : calls.split(' ').sort() };
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'signpost-build-'));
    mkdirSync(join(root, 'scripts'));
    for (const name of ['scripts/build.js', 'scripts/bundle-args.json']) cpSync(name, join(root, name));
    write('package.json', '{"type":"module"}');
    for (const file of ['tsconfig.json', 'vite.config.ts', 'package-lock.json']) write(file, '{}');
    write('src/server.ts', 'one');
    write('src/graphiql/main.tsx', 'one');
    for (const [tool, bin] of [
      ['esbuild', 'bin/esbuild'],
      ['vite', 'bin/vite.js'],
    ] as const) {
      write(`node_modules/${tool}/package.json`, '{"type":"module"}');
      write(`node_modules/${tool}/${bin}`, TOOL);
    }
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('scripts/build.js --missing builds all parts in a fresh clone, and nothing when run again', () => {
    const first = build('--missing');
    expect(first).toMatchObject({ status: 0, built: ['graphiql', 'script', 'server'] });
    expect(
      first.out
        .trim()
        .split('\n')
        .map((line) => line.replace(/[\d.]+ s$/, 'n s'))
        .sort(),
    ).toEqual([
      'build: GraphiQL page built in n s',
      'build: explorer script built in n s',
      'build: server built in n s',
    ]);
    expect(build('--missing')).toEqual({ status: 0, out: '', built: [] });
  });

  it('a changed modification time does not rebuild a part with unchanged contents', () => {
    build('--missing');
    utimesSync(join(root, 'src/server.ts'), new Date(), new Date(Date.now() + 60_000));
    expect(build('--missing').built).toEqual([]);
  });

  it('scripts/build.js --missing rebuilds only the parts whose source files changed, were added or were removed', () => {
    write('src/old.ts', 'old');
    build('--missing');
    write('src/server.ts', 'two');
    expect(build('--missing').built).toEqual(['server']);
    write('src/graphiql/new.tsx', 'new');
    expect(build('--missing').built).toEqual(['graphiql']);
    rmSync(join(root, 'src/old.ts'));
    write('dist/old.js', 'of the source that is gone');
    expect(build('--missing').built).toEqual(['server']);
    expect(existsSync(join(root, 'dist/old.js'))).toBe(false);
    expect(existsSync(join(root, 'dist/graphiql'))).toBe(true);
    expect(existsSync(join(root, 'dist/cli.js'))).toBe(true);
  });

  it('scripts/build.js without --missing rebuilds all parts, and removes stale files from dist/', () => {
    build('--missing');
    write('dist/gone.js', 'of a source that is gone');
    expect(build()).toMatchObject({ status: 0, built: ['graphiql', 'script', 'server'] });
    expect(existsSync(join(root, 'dist/gone.js'))).toBe(false);
  });

  it("a failed build prints the compiler's message, and is retried on the next run", () => {
    write('src/server.ts', 'broken');
    const failedBuild = build('--missing');
    expect(failedBuild.status).toBe(1);
    expect(failedBuild.out).toContain('build: server failed');
    expect(failedBuild.out).toContain('src/server.ts(1,1): error');
    expect(build('--missing')).toMatchObject({ status: 1, built: ['server'] });
  });

  it('without development dependencies, an existing build is used, and a missing one is an error with an instruction', () => {
    build('--missing');
    rmSync(join(root, 'node_modules'), { recursive: true });
    write('src/server.ts', 'two');
    expect(build('--missing')).toMatchObject({ status: 0, out: expect.stringContaining('not the newest') });
    rmSync(join(root, 'dist'), { recursive: true });
    expect(build('--missing')).toMatchObject({ status: 1, out: expect.stringContaining('npm ci --include=dev') });
  });

  it('scripts/build.js rejects an unknown option', () => {
    expect(build('--mising')).toMatchObject({ status: 2, built: [] });
  });
});
