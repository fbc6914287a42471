import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of the same length, so that V8 takes what was compiled of one for the other. */
const ONE = 'console.log("one");';
const TWO = 'console.log("two");';
/** Lives until it is told to end, with nothing to do. */
const IDLE = 'process.stdin.resume();';
/** Lives as long, and is never idle. */
const BUSY = 'setInterval(() => { const end = performance.now() + 90; while (performance.now() < end); }, 1);';

describe('scripts/run-kept.js', () => {
  let root: string;
  const written = new Date(2026, 0, 1);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'signpost-kept-'));
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
    cpSync('scripts/run-kept.js', join(root, 'program.js'));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test.each(['cli', 'embedded', 'worker'])('reads %s.cjs letter by letter, in which each is one byte', (name) => {
    const bytes = readFileSync(`dist/${name}.cjs`);
    expect(bytes.find((byte) => byte > 0x7f)).toBeUndefined();
  });

  /** Writes the bundle as the build does. */
  function bundle(code: string, at = written): void {
    writeFileSync(
      join(root, 'program.cjs'),
      `(function (require, module, exports, __filename, __dirname) {${code}\n})`,
    );
    utimesSync(join(root, 'program.cjs'), at, at);
  }

  function kept(): string[] {
    return existsSync(join(root, '.compiled')) ? readdirSync(join(root, '.compiled')) : [];
  }

  function printed(...args: string[]): string {
    const run = spawnSync(process.execPath, [join(root, 'program.js'), ...args], { encoding: 'utf8', input: '' });
    return run.stdout + run.stderr;
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async function end(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }

  /** Runs the bundle until what was compiled of it is kept. */
  async function keep(...args: string[]): Promise<void> {
    const before = kept().length;
    const child = spawn(process.execPath, [join(root, 'program.js'), ...args], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    await until(() => kept().length > before);
    await end(child);
  }

  it('takes what was compiled of the same bundle, and compiles one that was written anew', async () => {
    bundle(ONE + IDLE);
    await keep();
    expect(kept()).toEqual([expect.stringMatching(/^program-\w+-\w+-any$/)]);
    bundle(TWO + IDLE);
    expect(printed()).toBe('one\n');
    bundle(TWO + IDLE, new Date(2026, 0, 2));
    expect(printed()).toBe('two\n');
  });

  it('keeps each command apart, for they use other code', async () => {
    bundle(ONE + IDLE);
    await keep('serve');
    await keep('seed');
    expect(kept()).toHaveLength(2);
  });

  it('compiles where what was kept is damaged, and keeps it again', async () => {
    bundle(ONE + IDLE);
    await keep();
    const file = join(root, '.compiled', kept()[0]!);
    const whole = readFileSync(file);
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, 100), Buffer.from(whole).fill(7, 200, 220)]) {
      writeFileSync(file, damaged);
      expect(printed()).toBe('one\n');
      bundle(TWO + IDLE);
      expect(printed()).toBe('one\n');
      bundle(ONE + IDLE);
    }
  });

  it('keeps of what ends at once where there is nothing yet, and else takes what another command left', () => {
    bundle(ONE);
    expect(printed('validate')).toBe('one\n');
    expect(kept()).toEqual([expect.stringMatching(/-validate$/)]);
    bundle(TWO);
    expect(printed('help')).toBe('one\n');
    expect(kept()).toHaveLength(1);
  });

  it('does not stop what has no rest', async () => {
    bundle(ONE);
    printed();
    bundle(BUSY);
    const child = spawn(process.execPath, [join(root, 'program.js'), 'serve'], { stdio: 'inherit' });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await end(child);
    expect(kept()).toHaveLength(1);
  });

  it('runs where nothing can be kept', async () => {
    bundle(`${ONE} setTimeout(() => { console.log("still here"); process.exit(); }, 1500);`);
    writeFileSync(join(root, '.compiled'), 'in the way');
    expect(printed()).toBe('one\nstill here\n');
  });

  it('gives the bundle what is its own in CommonJS, and hands on what it exports', () => {
    bundle('exports.own = [typeof require("node:fs").statSync, __filename, __dirname, module.exports === exports];');
    writeFileSync(join(root, 'main.js'), 'console.log(JSON.stringify((await import("./program.js")).default.own));');
    const { stdout } = spawnSync(process.execPath, [join(root, 'main.js')], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual(['function', join(root, 'program.js'), root, true]);
  });
});
