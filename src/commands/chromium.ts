import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError, systemFault } from '../errors.js';

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
 * Prints a page of the web into a PDF file, on the paper that its style sheet says.
 *
 * @param program where Chromium is; looked for where that is null
 * @throws AppError FILE_UNWRITABLE  there is no Chromium, or the file cannot be written
 */
export async function printPdf(url: string, file: string, program: string | null): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-print-'));
  try {
    const printed = join(folder, 'page.pdf');
    await runFirst(program === null ? USUAL : [program], [
      ...QUIET,
      // Nobody but root needs to go without what keeps pages apart.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${printed}`,
      url,
    ]);
    await copyFile(printed, file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE_UNWRITABLE', `${file} cannot be written: ${(error as Error).message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the first of some programs that is there. */
async function runFirst(programs: readonly string[], args: readonly string[]): Promise<void> {
  for (const program of programs) {
    try {
      await run(program, args, { timeout: PATIENCE_MS });
      return;
    } catch (error) {
      if (systemFault(error).code !== 'ENOENT') throw error;
    }
  }
  const where = programs.length === 1 ? ` at ${programs[0]}` : ' on this machine';
  throw new AppError(
    'FILE_UNWRITABLE',
    `There is no Chromium${where}, which prints the page; install one, or say with CHROMIUM_PATH where it is.`,
  );
}
