// Runs what was built with what V8 compiled of it before. Copied into dist/ beside each bundle, under the name of the
// bundle: cli.js runs cli.cjs. Plain JavaScript, because it runs before anything is read.
//
// Half of a start is the reading of code, so what is compiled is kept in dist/.compiled/, for each command, as soon as it
// has nothing to do. A command that ends before makes do with what another left, or else leaves what it has. Where that
// cannot be written, all runs as it would without. Names say of what it is: the bundle as it was written, V8 with its
// flags, and the command.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

const CHECKSUM_BYTES = 4;
/** How often it is looked whether there is nothing to do, in milliseconds. */
const LOOK_MS = 500;
/** Of the time between two looks; a process that is busier than that waits to keep anything. */
const IDLE = 0.1;

const starter = fileURLToPath(import.meta.url);
const bundle = starter.replace(/js$/, 'cjs');
const written = Math.round(statSync(bundle).mtimeMs).toString(36);
const folder = join(dirname(starter), '.compiled');
/** What all that can be taken begins with. */
const family = [basename(starter, '.js'), written, cachedDataVersionTag().toString(36), ''].join('-');
const [command = 'any'] = /^[a-z][a-z-]*$/.exec(process.argv[2] ?? '') ?? []; // a thread has none
const own = family + command;

/**
 * What was kept of the command or else of another, and nothing where that is absent or damaged: V8 looks whether it fits,
 * but not at each byte.
 */
function readKept() {
  try {
    const names = readdirSync(folder).filter((name) => name.startsWith(family) && !name.includes('.'));
    const name = names.includes(own) ? own : names[0];
    const bytes = readFileSync(join(folder, name));
    const data = bytes.subarray(CHECKSUM_BYTES);
    return crc32(data) === bytes.readUInt32LE() ? { data, isOwn: name === own } : undefined;
  } catch {
    return undefined;
  }
}

/** Under another name first, so that nobody reads a half. */
function keep() {
  const data = script.createCachedData();
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(data));
  const unfinished = join(folder, `${own}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, Buffer.concat([checksum, data]));
    renameSync(unfinished, join(folder, own));
  } catch {
    try {
      unlinkSync(unfinished);
    } catch {
      // it was never begun
    }
  }
}

/** Keeps once the process has nothing to do, or `atEnd` where it ends before. */
function keepSoon(atEnd) {
  if (atEnd) process.once('exit', keep);
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const isIdle = performance.eventLoopUtilization(now, before).utilization < IDLE;
    before = now;
    if (!isIdle) return;
    clearInterval(timer);
    process.off('exit', keep);
    keep();
  }, LOOK_MS);
  timer.unref();
}

/** What it reads to do so is let go. */
function compile() {
  const kept = readKept();
  const made = new Script(readFileSync(bundle, 'latin1'), { filename: starter, cachedData: kept?.data });
  const isTaken = made.cachedDataRejected === false;
  if (!isTaken || !kept.isOwn) keepSoon(!isTaken);
  return made;
}

const script = compile();
const bundled = { exports: {} };
script.runInThisContext()(createRequire(starter), bundled, bundled.exports, starter, dirname(starter));

// A copy, for exports of CommonJS may be marked as a module, which loaders of TypeScript then take for this one.
export default { ...bundled.exports };
