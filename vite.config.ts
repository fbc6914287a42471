import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { TOKENS_CSS } from './src/html/style/tokens.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Larger files are compressed at a lower level: the last tenth of their size would take most of the build time. */
const LARGE = 300_000;

/** Also writes each file as brotli and gzip, so that the server does not compress. */
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

/** The colours that all pages share, as a style sheet. */
function sharedColours(): Plugin {
  const id = 'virtual:tokens.css';
  return {
    name: 'shared-colours',
    resolveId: (requested) => (requested === id ? `\0${id}` : null),
    load: (requested) => (requested === `\0${id}` ? TOKENS_CSS : null),
  };
}

/**
 * Corrections of GraphiQL: file, text and replacement. It nests the button that closes a query in its tab, so its tabs
 * become a list of buttons. It gives all queries of the history the same name, and stores their headers, which can
 * contain a token. The search of the documentation has no label, and names a shortcut that does not exist.
 */
const CORRECTIONS = [
  ['react/dist/components/tabs/index.js', 'role: "tablist"', 'role: "list"'],
  ['react/dist/components/tabs/index.js', 'role: "tab"', 'role: "listitem"'],
  ['react/dist/components/tabs/index.js', '"aria-selected"', '"aria-current"'],
  ['graphiql/dist/GraphiQL.js', 'role: "tabpanel"', 'role: "region"'],
  ['plugin-history/dist/components.js', '"aria-label": "Set active", ', ''],
  ['plugin-doc-explorer/dist/components/search.js', '"aria-label": t6, ', ''],
  [
    'plugin-doc-explorer/dist/components/search.js',
    'placeholder: t12,',
    '"aria-label": "Search", placeholder: "Search",',
  ],
  ['plugin-history/dist/components.js', 'headerEditor == null ? void 0 : headerEditor.setValue(headers ?? "");', ''],
  ['plugin-history/dist/context.js', 'headers: activeTab.headers ?? void 0', 'headers: void 0'],
] as const;

function correctedGraphiql(): Plugin {
  return {
    name: 'corrected-graphiql',
    transform(code, id) {
      const own = CORRECTIONS.filter(([file]) => id.endsWith(file));
      for (const [file, text] of own) if (!code.includes(text)) this.error(`${file} does not contain ${text}`);
      return own.length > 0 ? own.reduce((done, [, from, to]) => done.replaceAll(from, to), code) : null;
    },
  };
}

const OUT_DIR = at('dist/graphiql');

/** The page at /graphiql. Bundles everything, including Monaco's workers, so that it works offline. */
export default defineConfig({
  root: at('src/graphiql'),
  base: '/graphiql/',
  publicDir: 'public',
  plugins: [react(), correctedGraphiql(), sharedColours(), precompressed(OUT_DIR)],
  build: {
    outDir: OUT_DIR,
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and images remain files, so that the page needs no data: URLs.
    assetsInlineLimit: 0,
    // Monaco alone exceeds the size at which Vite warns.
    chunkSizeWarningLimit: 8_000,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});
