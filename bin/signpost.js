#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

// The minimum version in package.json. This file uses syntax that any Node can parse.
const LEAST = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
const built = new URL('../dist/cli.js', import.meta.url);

if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  console.error(
    `signpost needs Node ${LEAST.join('.')} or later, and this is ${process.versions.node}; get one at https://nodejs.org.`,
  );
  process.exitCode = 2;
} else if (existsSync(built)) {
  // Stores compiled code for the next start, from Node 22.8 on.
  module.enableCompileCache?.(fileURLToPath(new URL('../dist/.compiled', import.meta.url)));
  await import(built.href);
} else {
  console.error('signpost is not built yet; run "npm run build" once.');
  process.exitCode = 2;
}
