import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page at /graphiql: everything it needs is bundled, Monaco's workers included, so that it works offline. */
export default defineConfig({
  root: fileURLToPath(new URL('src/graphiql', import.meta.url)),
  base: '/graphiql/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/graphiql', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and pictures stay files, so that the page needs no data: addresses for them.
    assetsInlineLimit: 0,
    // Monaco alone is beyond the limit at which Vite warns.
    chunkSizeWarningLimit: 8_000,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});
