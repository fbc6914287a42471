#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Most of what a start makes stays: new space that grows at once, not by halves, spares copying it again and again.
setFlagsFromString('--semi-space-growth-factor=8');

// The least that package.json names; its own syntax is for any Node.
const LEAST = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
const built = new URL('../dist/cli.js', import.meta.url);

if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  console.error(
    `signpost needs Node ${LEAST.join('.')} or later, and this is ${process.versions.node}; get one at https://nodejs.org.`,
  );
  process.exitCode = 2;
} else if (existsSync(built)) {
  // From Node 22 on, what is compiled is kept beside what was built, where that can be written: the next start is sooner.
  module.enableCompileCache?.(fileURLToPath(new URL('../dist/.compiled', import.meta.url)));
  await import(built.href);
} else {
  console.error('signpost is not built yet; run "npm run build" once.');
  process.exitCode = 2;
}
