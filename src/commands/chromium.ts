import type { ChildProcess } from 'node:child_process';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError, describeSystemError, asErrnoException } from '../errors.js';
import { temporaryFolder } from '../temporary-folder.js';

const run = promisify(execFile);

/** Common names and paths of Chromium and its derivatives. */
const USUAL = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Arguments for headless mode without background requests. */
const QUIET = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];
const PATIENCE_MS = 120_000;

/**
 * Renders a web page as a PDF, with the paper size of its style sheet. @param program path of Chromium; null to search
 * for it @throws AppError FILE_UNWRITABLE
 */
export async function renderPdf(url: string, program: string | null): Promise<Buffer> {
  let running: ChildProcess | undefined;
  using folder = temporaryFolder('print', () => running?.kill('SIGKILL'));
  const printed = join(folder.path, 'page.pdf');
  await runFirst(
    program === null ? USUAL : [program],
    [
      ...QUIET,
      // Only root must run without the sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder.path, 'profile')}`,
      `--print-to-pdf=${printed}`,
      url,
    ],
    (child) => (running = child),
  );
  if (!existsSync(printed)) throw notPrinted('it ended without printing');
  return readFileSync(printed);
}

/** Runs the first program that is installed. @throws AppError FILE_UNWRITABLE if none is, or if it fails */
async function runFirst(
  programs: readonly string[],
  args: readonly string[],
  onStart: (child: ChildProcess) => void,
): Promise<void> {
  for (const program of programs) {
    const running = run(program, args, { timeout: PATIENCE_MS });
    onStart(running.child);
    try {
      await running;
      return;
    } catch (error) {
      if (asErrnoException(error).code !== 'ENOENT') throw notPrinted(describeEnd(error, program));
    }
  }
  const where = programs.length === 1 ? ` at ${programs[0]}` : ' on this machine';
  throw new AppError(
    'FILE_UNWRITABLE',
    `Chromium was not found${where}. Install it, or set CHROMIUM_PATH to its path.`,
  );
}

function notPrinted(why: string): AppError {
  return new AppError('FILE_UNWRITABLE', `Chromium could not print the page: ${why}.`);
}

function describeEnd(error: unknown, program: string): string {
  const { killed, code, stderr } = error as { killed?: boolean; code?: unknown; stderr?: string };
  if (killed) return `it took more than ${PATIENCE_MS / 1000} s`;
  if (asErrnoException(error).syscall !== undefined) return `${program} cannot be run, ${describeSystemError(error)}`;
  const lastLine = stderr?.trim().split('\n').at(-1);
  return `${program} ended with ${String(code)}${lastLine ? `, and said "${lastLine}"` : ''}`;
}
