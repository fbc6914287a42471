// Builds dist/: the server and the script of the explorer with esbuild, the page at /graphiql with vite, side by side.
// Plain JavaScript, because it runs before anything is compiled. It does not check types; "npm run check" does.
//
//   node scripts/build.js            builds everything
//   node scripts/build.js --missing  builds only missing or outdated parts
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'src/graphiql');
/** Sources of the GraphiQL page: its own, and those that it shares with the server. */
const pageSources = [
  ...['files', 'graphiql', 'html', 'i18n', 'memoise.ts', 'model', 'saved-queries', 'series', 'tables'].map(
    (name) => `src/${name}`,
  ),
  ...['vite.config.ts', 'package-lock.json'],
];

/**
 * Arguments of esbuild, also for the bundles of test/support/run-folder.ts. The externals are the native package and
 * optional dependencies of the MongoDB driver, which only tests install. In a bundle, Apollo would otherwise compute
 * query digests in JavaScript. The banner defines `require` for CommonJS packages.
 */
const BUNDLE_ARGS = JSON.parse(readFileSync(join(root, 'scripts/bundle-args.json'), 'utf8'));
/** Entry points: the command line, the embedded database, and its thread. */
const ENTRIES = { cli: 'src/cli.ts', embedded: 'src/embedded/index.ts', worker: 'src/embedded/worker.ts' };

/** The parts of dist/, with their sources and the command that builds them. */
const parts = [
  {
    name: 'server',
    output: 'dist',
    sources: ['src', 'scripts/build.js', 'scripts/bundle-args.json', 'tsconfig.json', 'package-lock.json'],
    skip: page,
    // Bundles all packages but the native one, in chunks that are loaded when needed. Without bundles, a command would
    // read some 1 500 files to start.
    tool: 'esbuild/bin/esbuild',
    args: [
      ...Object.entries(ENTRIES).map(([name, entry]) => `${name}=${entry}`),
      ...BUNDLE_ARGS,
      '--outdir=dist',
      // Without this definition, packages run their development checks.
      '--define:process.env.NODE_ENV="production"',
    ],
  },
  {
    name: 'GraphiQL page',
    output: 'dist/graphiql',
    sources: pageSources,
    tool: 'vite/bin/vite.js',
    args: ['build', '--logLevel', 'error'],
  },
  {
    name: 'explorer script',
    output: 'dist/script',
    sources: ['src/graphiql/explorer', 'scripts/build.js', 'package-lock.json'],
    tool: 'esbuild/bin/esbuild',
    args: [
      ...['src/graphiql/explorer/explorer.ts', '--bundle', '--minify', '--format=iife', '--target=es2023'],
      ...['--outfile=dist/script/explorer.js', '--log-level=warning'],
    ],
  },
];

/** Returns the source files of a part, in a fixed order. */
function filesOf(part) {
  const walk = (path) => {
    if (path === part.skip) return [];
    return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path];
  };
  return part.sources
    .map((name) => join(root, name))
    .filter(existsSync)
    .flatMap(walk)
    .sort();
}

/** Returns a digest of names and contents. Modification times are unsuitable: a copied or cloned tree has new ones. */
function digestOf(part) {
  const hash = createHash('sha256').update(part.args.join(' '));
  for (const file of filesOf(part)) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function stampOf(part) {
  return join(root, 'dist', `.built-${part.name.replace(/\W+/g, '-').toLowerCase()}`);
}

/** Returns the script of a tool; null if development dependencies are not installed. */
function toolOf(part) {
  const [packageName, ...inside] = part.tool.split('/');
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    return join(dirname(manifest), ...inside);
  } catch {
    return null;
  }
}

/** Removes the output of an earlier build, so that no module without a source remains. Vite clears its own output. */
function clearServer() {
  for (const name of readdirSync(join(root, 'dist'))) {
    if (!['graphiql', 'script'].includes(name) && !name.startsWith('.built-'))
      rmSync(join(root, 'dist', name), { recursive: true });
  }
}

function build(part, tool, digest) {
  const started = performance.now();
  if (part.output === 'dist') clearServer();
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, ...part.args], { cwd: root, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (error) {
        console.error(`build: ${part.name} failed after ${seconds} s\n${stdout}${stderr}`.trimEnd());
      } else {
        writeFileSync(stampOf(part), digest);
        console.log(`build: ${part.name} built in ${seconds} s`);
      }
      resolve(!error);
    });
  });
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--missing');
if (unknown.length > 0) {
  console.error(`build: does not know ${unknown.join(' ')}; the only option is --missing`);
  process.exit(2);
}

const missingOnly = process.argv.includes('--missing');
if (!missingOnly) rmSync(join(root, 'dist'), { recursive: true, force: true });
mkdirSync(join(root, 'dist'), { recursive: true });

const due = parts
  .map((part) => ({ part, digest: digestOf(part), tool: toolOf(part) }))
  .filter(
    ({ part, digest }) =>
      !existsSync(join(root, part.output)) ||
      !existsSync(stampOf(part)) ||
      readFileSync(stampOf(part), 'utf8') !== digest,
  );

const outcomes = due.map(({ part, tool, digest }) => {
  if (tool !== null) return build(part, tool, digest);
  // Without development dependencies, the existing build is used, even if the sources have changed.
  if (existsSync(stampOf(part))) {
    console.log(`build: ${part.name} is not the newest; rebuilding it needs the development dependencies`);
    return true;
  }
  console.error(`build: ${part.name} cannot be built without the development dependencies; run npm ci --include=dev`);
  return false;
});

if ((await Promise.all(outcomes)).includes(false)) process.exitCode = 1;
