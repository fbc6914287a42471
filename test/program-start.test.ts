import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('the start of the program', () => {
  test('the program sets no V8 flags, in code or in commands', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
    const places = [scripts.start, readFileSync('bin/signpost.js', 'utf8'), readFileSync('Dockerfile', 'utf8')];
    expect(places.filter((text) => /setFlagsFromString|semi-space|single-threaded|node --/.test(text))).toEqual([]);
  });

  test('the program stores compiled code for the next start if Node supports it', () => {
    const root = mkdtempSync(join(tmpdir(), 'signpost-start-'));
    for (const name of ['bin', 'dist', 'package.json', 'schema']) cpSync(name, join(root, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    rmSync(join(root, 'dist/.compiled'), { recursive: true, force: true });
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/signpost.js'), 'help'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(existsSync(join(root, 'dist/.compiled'))).toBe('enableCompileCache' in module);
    rmSync(root, { recursive: true });
  });
});
