#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// Most of what a start makes stays: new space that grows at once, not by halves, spares copying it again and again.
setFlagsFromString('--semi-space-growth-factor=8');
// Left to itself, V8 lets what is old grow to four times what is alive before it looks; twice costs little time more.
setFlagsFromString('--heap-growing-percent=100');
// What a request makes goes with it. V8 would allocate among what is old what outlived the collections of a start, and
// all that hangs on it would stay until that is collected.
setFlagsFromString('--no-allocation-site-pretenuring');
// Half as much is inlined: much of what a page runs it runs once, which is compiled sooner and as fast.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=460');
// A size that is given for new space is that of this thread alone: others have what they are started with.
setFlagsFromString('--max-semi-space-size=0');

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
  await import(built.href);
} else {
  console.error('signpost is not built yet; run "npm run build" once.');
  process.exitCode = 2;
}
