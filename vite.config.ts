import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vite';
import { chartStyle } from './src/charts/palette.js';
import { TOKENS_CSS } from './src/html/style/tokens.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files beyond this are compressed with less effort: the last tenth of their size would take most of the build. */
const LARGE = 300_000;

/** Writes each file as brotli and gzip as well, once, so that the server has nothing to compress. */
function precompressed(outDir: string): Plugin {
  const compress = async (path: string) => {
    const content = readFileSync(path);
    const quality = content.length > LARGE ? 9 : 11;
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(content, { params }),
      promisify(gzip)(content, { level: 9 }),
    ]);
    writeFileSync(`${path}.br`, br);
    writeFileSync(`${path}.gz`, gz);
  };
  return {
    name: 'precompressed',
    apply: 'build',
    async closeBundle() {
      const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
      await Promise.all(
        names
          .map((name) => join(outDir, name))
          .filter((path) => statSync(path).isFile())
          .map(compress),
      );
    },
  };
}

/** The style sheets that all pages share, as files; the pages allow no style written into them. */
function sharedStyle(): Plugin {
  const sheets: Readonly<Record<string, () => string>> = {
    'virtual:chart.css': chartStyle,
    'virtual:tokens.css': () => TOKENS_CSS,
  };
  return {
    name: 'shared-style',
    resolveId: (id) => (id in sheets ? `\0${id}` : null),
    load: (id) => sheets[id.slice(1)]?.() ?? null,
  };
}

/** The folder of a page's sources and of what is built of it, its address, and what it is built with. */
const PAGES: Readonly<
  Record<string, { root: string; outDir: string; base: string } & Pick<UserConfig, 'plugins' | 'resolve'>>
> = {
  graphiql: { root: at('src/graphiql'), outDir: at('dist/graphiql'), base: '/graphiql/', plugins: [react()] },
  explore: {
    root: at('src/graphiql/explore'),
    outDir: at('dist/explore'),
    base: '/explore/',
    plugins: [],
    // GraphiQL needs React; a phone that comes for a table does not, and the parts of both pages run on either.
    resolve: {
      alias: {
        'react-dom/client': 'preact/compat/client',
        'react/jsx-runtime': 'preact/jsx-runtime',
        'react-dom': 'preact/compat',
        react: 'preact/compat',
      },
    },
  },
};

/**
 * The page at /graphiql, and with `--mode explore` that at /explore: all that each needs is bundled, Monaco's workers included, so that it
 * works offline.
 */
export default defineConfig(({ mode }) => {
  const { root, outDir, base, plugins, resolve } = PAGES[mode] ?? PAGES['graphiql']!;
  return {
    root,
    base,
    publicDir: mode === 'explore' ? false : 'public',
    plugins: [...plugins!, sharedStyle(), precompressed(outDir)],
    resolve: resolve ?? {},
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      // Fonts and pictures stay files, so that the page needs no data: addresses for them.
      assetsInlineLimit: 0,
      // Monaco alone is beyond the limit at which Vite warns.
      chunkSizeWarningLimit: 8_000,
      reportCompressedSize: false,
    },
    worker: { format: 'es' },
  };
});
