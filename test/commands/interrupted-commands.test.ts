import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { writeOutputFile } from '../../src/content/atomic-write.js';
import { writerId } from '../../src/stale-temp-files.js';
import { compiledPath } from '../support/compiled-path.js';
import { sampleCases } from '../support/sample-cases.js';
import { createTestCli, runCliIn } from './test-cli.js';

const testCli = createTestCli();
beforeAll(async () => void (await testCli.run('seed')));
afterAll(() => testCli.remove());

const cli = () => compiledPath('src/cli.ts');

/** Creates a named pipe to which no process writes, and returns its path. */
function pipe(name: string): string {
  const path = join(testCli.seed, '..', name);
  execFileSync('mkfifo', [path]);
  return path;
}

async function waitUntil(condition: () => boolean): Promise<void> {
  for (let attempt = 0; !condition() && attempt < 2000; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

test('a closed output pipe does not abort the command', async () => {
  const running = spawn(process.execPath, [cli(), '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.stdout.destroy();
  let err = '';
  running.stderr.on('data', (text) => void (err += String(text)));
  expect([...(await once(running, 'close')), err]).toEqual([0, null, '']);
});

test('a command that cannot write to standard output exits with 1 and the reason', () => {
  if (!existsSync('/dev/full')) {
    console.log('not tried: this system has no disk that is always full');
    return;
  }
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [cli(), '--help'], { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect([status, String(stderr)]).toEqual([1, 'Cannot write to the standard output: the disk is full.\n']);
});

test('a command that writes requires --author from a user without a login name', () => {
  const numbered = ['--reuid=54321', '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  if (spawnSync('setpriv', [...numbered, 'true']).status !== 0)
    return console.log('not tried: only root can be another');
  const { status, stderr } = spawnSync('setpriv', [...numbered, process.execPath, cli(), 'documents', 'lock']);
  expect([status, String(stderr)]).toEqual([2, 'Say who it is: --author with at most 100 characters.\n']);
});

test('a path to a pipe or other special file is rejected without waiting, and the file is not replaced', async () => {
  const path = pipe('pipe');
  expect(await testCli.run('import', path, '--indicator=cases', '--source=report-2023')).toMatchObject({
    exit: 1,
    err: `pipe: "${path}" is not a regular file.\n`,
  });
  expect(await testCli.run('restore', path)).toMatchObject({ exit: 2, err: `"${path}" is not a file.\n` });
  const devices = ['/dev/zero', '/dev/null'].filter((device) => existsSync(device));
  for (const invalidPath of [path, ...devices]) {
    const rejected = { exit: 2, err: `"${invalidPath}" is a device, a pipe or a socket, not a file.\n` };
    expect(await testCli.run('documents', 'add', invalidPath)).toMatchObject(rejected);
    expect(await testCli.run('import', 'figures.csv', '--indicator=cases', `--mapping=${invalidPath}`)).toMatchObject(
      rejected,
    );
  }
  for (const none of [path, testCli.seed]) {
    const rejected = { exit: 2, err: `"${none}" is not a file; use another name.\n` };
    expect(await testCli.run('backup', none, '--overwrite')).toMatchObject(rejected);
  }
  expect(statSync(path).isFIFO()).toBe(true);
  expect(() => writeOutputFile(path, 'text')).toThrow(`"${path}" cannot be written: the path is not a file.`);
});

test('input files that are oversized, not in UTF-8, missing or folders are rejected', async () => {
  const path = join(testCli.seed, '../named');
  const runBriefly = (...argv: string[]) => testCli.run(...argv).then(({ exit, err }) => [exit, err]);
  const manifest = () => runBriefly('documents', 'add', path);
  const mapping = () => runBriefly('import', 'figures.csv', '--indicator=cases', `--mapping=${path}`);
  writeFileSync(path, '');
  truncateSync(path, 2 ** 30);
  expect(await manifest()).toEqual([2, `"${path}" has 1024 MB; at most 32 MB.\n`]);
  expect(await mapping()).toEqual([2, `"${path}" has 1024 MB; at most 1 MB.\n`]);
  writeFileSync(path, Buffer.from('publisherName: Agência', 'latin1'));
  for (const each of [manifest, mapping]) {
    expect(await each()).toEqual([2, `"${path}" is not in UTF-8 (line 1, column 18); save it as UTF-8.\n`]);
  }
  rmSync(path);
  for (const each of [manifest, mapping]) expect(await each()).toEqual([2, `There is no file "${path}".\n`]);
  for (const verb of [
    ['documents', 'add'],
    ['import', 'figures.csv', '--indicator=cases', '--mapping'],
  ]) {
    expect(await runBriefly(...verb, testCli.seed)).toEqual([2, `"${testCli.seed}" cannot be read: it is a folder.\n`]);
  }
});

test('writeOutputFile replaces the target of a symbolic link, keeps its mode, and leaves no temporary file', () => {
  const folder = join(testCli.seed, '../whole');
  mkdirSync(join(folder, 'in-the-way'), { recursive: true });
  const [file, link] = [join(folder, 'file'), join(folder, 'link')];
  writeFileSync(file, 'before', { mode: 0o640 });
  symlinkSync('file', link);
  writeOutputFile(link, 'after');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['after', 0o640]);
  expect(() => writeOutputFile(join(folder, 'nowhere/file'), 'text')).toThrow(
    'cannot be written: there is no such folder.',
  );
  expect(() => writeOutputFile(join(folder, 'in-the-way'), 'text')).toThrow('the path is not a file.');
  expect(readdirSync(folder).sort()).toEqual(['file', 'in-the-way', 'link']);
});

test('stale temporary files of killed writers are removed by the next writer, and files in use are preserved', async () => {
  const [dead, alive] = [spawnSync(process.execPath, ['--version']).pid, process.ppid].map((pid) => writerId(pid));
  const folder = join(testCli.seed, '../left');
  mkdirSync(folder);
  for (const name of [`.file.${dead}`, `.file.${alive}`, `.other.${dead}`]) writeFileSync(join(folder, name), '');
  writeOutputFile(join(folder, 'file'), 'text');
  expect(readdirSync(folder).sort()).toEqual([`.file.${alive}`, `.other.${dead}`, 'file'].sort());

  const leftFiles = ['.signpost/.base.json', '.schema/.topic.json'].map((name) => join(testCli.seed, name));
  for (const name of leftFiles) {
    mkdirSync(dirname(name), { recursive: true });
    for (const owner of [dead, alive]) writeFileSync(`${name}.${owner}`, 'half');
  }
  expect((await testCli.run('seed')).exit).toBe(0);
  for (const name of leftFiles) {
    expect([existsSync(`${name}.${dead}`), existsSync(`${name}.${alive}`)]).toEqual([false, true]);
  }
});

test('temporary files of another machine or container are removed only if unchanged for a day', () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const folder = join(testCli.seed, '../elsewhere');
  mkdirSync(folder);
  // The second name, without a suffix, is that of temporary files of earlier versions of Signpost.
  const names = [`.file.${dead}-00000000`, `.file.${dead}`];
  for (const name of names) writeFileSync(join(folder, name), 'half');
  writeOutputFile(join(folder, 'file'), 'text');
  expect(readdirSync(folder).sort()).toEqual([...names, 'file'].sort());
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  for (const hours of [23, 25]) {
    for (const name of names) utimesSync(join(folder, name), hoursAgo(hours), hoursAgo(hours));
    writeOutputFile(join(folder, 'file'), 'text');
    expect(readdirSync(folder)).toHaveLength(hours < 24 ? 3 : 1);
  }
});

test('a container detects a writer in another container, although its process id does not exist here', async () => {
  const numbered = ['--pid', '--fork', '--mount-proc', '--kill-child', 'sh', '-c'];
  const lastPidPath = '/proc/sys/kernel/ns_last_pid';
  if (spawnSync('unshare', [...numbered, `echo 1 > ${lastPidPath}`]).status !== 0)
    return console.log('not tried: nothing here can number processes anew');
  const folder = join(testCli.seed, '../shared');
  mkdirSync(folder);
  const { pid } = spawnSync(process.execPath, ['--version']);
  // The writer gets the process ID of a process that has ended on this machine.
  const script = `echo ${pid - 1} > ${lastPidPath}; "$@"; exit`;
  const writing = [process.execPath, compiledPath('test/commands/run-blocked-writer.ts'), join(folder, 'file')];
  const other = spawn('unshare', [...numbered, script, 'sh', ...writing], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(other, 'close');
  await once(other.stdout, 'data');
  const [theirs] = readdirSync(folder);
  expect(theirs).toMatch(new RegExp(`^\\.file\\.${pid}-`));
  writeOutputFile(join(folder, 'file'), 'text');
  expect(readdirSync(folder).sort()).toEqual([theirs, 'file']);
  other.kill('SIGKILL');
  await exited;
});

describe('printing a leaflet', () => {
  const paper = join(testCli.seed, '../leaflet.pdf');
  const temporary = join(testCli.seed, '../temporary');
  const program = join(testCli.seed, '../chromium');
  const print = ['print', 'digital', '--pdf', `--out=${paper}`];
  const environment = { ...testCli.environment, CHROMIUM_PATH: program };
  const chromium = (script: string) => writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  beforeAll(() => mkdirSync(temporary));

  test.each([
    ['exit 0', 'it exited without printing'],
    ['echo "no display" >&2; exit 3', `${program} exited with 3, and said "no display"`],
  ])('printing reports a browser that fails with "%s", and preserves the existing PDF', async (script, why) => {
    writeFileSync(paper, 'printed before');
    chromium(script);
    const { TMPDIR } = process.env;
    process.env.TMPDIR = temporary;
    const { exit, err } = await runCliIn(environment, ...print);
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    expect([exit, err]).toEqual([1, `Chromium could not print the page: ${why}.\n`]);
    expect(readFileSync(paper, 'utf8')).toBe('printed before');
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.each(sampleCases('signals that abort printing', ['SIGTERM', 'SIGHUP'] as const, 1))(
    'printing aborted by %s leaves no temporary files and no browser process',
    async (signal) => {
      const started = join(testCli.seed, '../started');
      rmSync(started, { force: true });
      chromium(`echo $$ > ${started}; exec sleep 60`);
      const running = spawn(process.execPath, [cli(), ...print], {
        env: { ...process.env, ...environment, TMPDIR: temporary },
        stdio: 'ignore',
      });
      const exited = once(running, 'close');
      await waitUntil(() => existsSync(started) && readFileSync(started, 'utf8').endsWith('\n'));
      expect(readdirSync(temporary)).toHaveLength(1);
      running.kill(signal);
      expect(await exited).toEqual([null, signal]);
      expect(readdirSync(temporary)).toEqual([]);
      const printer = Number(readFileSync(started, 'utf8'));
      await waitUntil(() => !existsSync(`/proc/${printer}`));
    },
  );
});

test('an interrupted command with a progress bar restores the terminal', async () => {
  if (spawnSync('script', ['--version']).status !== 0) return console.log('not tried: nothing here makes a terminal');
  const silentServer = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silentServer, 'listening');
  const uri = `mongodb://127.0.0.1:${(silentServer.address() as AddressInfo).port}`;
  // The shell outlives the command, because `script` may lose output that arrives just before it ends.
  const command = `trap : INT; ${process.execPath} ${cli()} backup none; read line`;
  const running = spawn('script', ['-qec', command, '/dev/null'], {
    env: { ...process.env, ...testCli.environment, MONGODB_URI: uri },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exited = once(running, 'close');
  let output = '';
  running.stdout.on('data', (text) => void (output += String(text)));
  await waitUntil(() => output.includes('0 changes'));
  const interrupted = output.length;
  running.stdin.write('\u0003');
  // Line wrapping is on again, and the cursor is visible. The terminal may print ^C after these sequences.
  await waitUntil(() =>
    ['\u001b[?7h', '\u001b[?25h'].every((sequence) => output.indexOf(sequence, interrupted) !== -1),
  );
  running.stdin.write('\n');
  await exited;
  silentServer.close();
});

test('--watch reports an unreadable folder, and reads it once it is readable', async () => {
  const closed = join(testCli.seed, 'topics');
  const others = ['--bounding-set=-dac_override,-dac_read_search'];
  chmodSync(closed, 0);
  try {
    if (spawnSync('setpriv', [...others, 'test', '!', '-r', closed]).status !== 0) {
      return console.log('not tried: no folder can be closed to this user');
    }
    const running = spawn('setpriv', [...others, process.execPath, cli(), 'seed', '--watch'], {
      env: { ...process.env, ...testCli.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(running, 'close');
    let printed = '';
    for (const output of [running.stdout, running.stderr]) output.on('data', (text) => void (printed += String(text)));
    await waitUntil(() => running.exitCode !== null || printed.includes('1:1    cannot be read: permission denied'));
    chmodSync(closed, 0o755);
    await waitUntil(() => running.exitCode !== null || printed.includes('nothing to do'));
    running.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  } finally {
    chmodSync(closed, 0o755);
  }
});
