import { type ChildProcess, execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError, describeSystemError, asErrnoException } from '../errors.js';
import { temporaryFolder } from '../temporary-folder.js';

const execute = promisify(execFile);

/** Common names and paths of Chromium and its derivatives. */
const COMMON_PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Arguments for headless mode without background requests. */
const HEADLESS_ARGUMENTS = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];
const TIMEOUT_MS = 120_000;

/** Renders a web page as a PDF. @param program Chromium; null to search for it @throws AppError FILE_UNWRITABLE */
export async function renderPdf(url: string, program: string | null): Promise<Buffer> {
  let running: ChildProcess | undefined;
  using folder = temporaryFolder('print', () => running?.kill('SIGKILL'));
  const pdfPath = join(folder.path, 'page.pdf');
  await runFirst(
    program === null ? COMMON_PROGRAMS : [program],
    [
      ...HEADLESS_ARGUMENTS,
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder.path, 'profile')}`,
      `--print-to-pdf=${pdfPath}`,
      url,
    ],
    (child) => (running = child),
  );
  if (!existsSync(pdfPath)) throw printError('it exited without printing');
  return readFileSync(pdfPath);
}

/** Runs the first program that is installed. @throws AppError FILE_UNWRITABLE if none is, or if it fails */
async function runFirst(
  programs: readonly string[],
  args: readonly string[],
  onStart: (child: ChildProcess) => void,
): Promise<void> {
  for (const program of programs) {
    const running = execute(program, args, { timeout: TIMEOUT_MS });
    onStart(running.child);
    try {
      await running;
      return;
    } catch (error) {
      if (asErrnoException(error).code !== 'ENOENT') throw printError(describeFailure(error, program));
    }
  }
  const location = programs.length === 1 ? ` at ${programs[0]}` : ' on this machine';
  throw new AppError(
    'FILE_UNWRITABLE',
    `Chromium was not found${location}. Install it, or set CHROMIUM_PATH to its path.`,
  );
}

function printError(reason: string): AppError {
  return new AppError('FILE_UNWRITABLE', `Chromium could not print the page: ${reason}.`);
}

function describeFailure(error: unknown, program: string): string {
  const { killed, code, stderr } = error as { killed?: boolean; code?: unknown; stderr?: string };
  if (killed) return `it took more than ${TIMEOUT_MS / 1000} s`;
  if (asErrnoException(error).syscall !== undefined) return `${program} cannot be run, ${describeSystemError(error)}`;
  const lastLine = stderr?.trim().split('\n').at(-1);
  return `${program} exited with ${String(code)}${lastLine ? `, and said "${lastLine}"` : ''}`;
}
