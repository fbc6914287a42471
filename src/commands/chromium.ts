import type { ChildProcess } from 'node:child_process';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError, refusalOf, systemFault } from '../errors.js';
import { temporaryFolder } from '../temporary-folder.js';

const run = promisify(execFile);

/** Where Chromium and those that are made of it are found, by the path of programs or in full. */
const USUAL = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Without a window, and asking nobody of its own accord. */
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
 * Renders a web page as a PDF, on the paper that its style sheet names.
 *
 * @param program where Chromium is; looked for where that is null
 * @throws AppError FILE_UNWRITABLE  there is no Chromium, or it cannot print
 */
export async function renderPdf(url: string, program: string | null): Promise<Buffer> {
  let running: ChildProcess | undefined;
  using folder = temporaryFolder('print', () => running?.kill('SIGKILL'));
  const printed = join(folder.path, 'page.pdf');
  await runFirst(
    program === null ? USUAL : [program],
    [
      ...QUIET,
      // Nobody but root needs to go without what keeps pages apart.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder.path, 'profile')}`,
      `--print-to-pdf=${printed}`,
      url,
    ],
    (child) => (running = child),
  );
  if (!existsSync(printed)) throw notPrinted('it ended and has printed nothing');
  return readFileSync(printed);
}

/** Runs the first of some programs that is there. */
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
      if (systemFault(error).code !== 'ENOENT') throw notPrinted(describeEnd(error, program));
    }
  }
  const where = programs.length === 1 ? ` at ${programs[0]}` : ' on this machine';
  throw new AppError(
    'FILE_UNWRITABLE',
    `There is no Chromium${where}, which prints the page; install one, or say with CHROMIUM_PATH where it is.`,
  );
}

function notPrinted(why: string): AppError {
  return new AppError('FILE_UNWRITABLE', `Chromium could not print the page: ${why}.`);
}

/** How a program ended that should have printed. */
function describeEnd(error: unknown, program: string): string {
  const { killed, code, stderr } = error as { killed?: boolean; code?: unknown; stderr?: string };
  if (killed) return `it took more than ${PATIENCE_MS / 1000} s`;
  if (systemFault(error).syscall !== undefined) return `${program} cannot be run, ${refusalOf(error)}`;
  const said = stderr?.trim().split('\n').at(-1);
  return `${program} ended with ${String(code)}${said ? `, and said "${said}"` : ''}`;
}
