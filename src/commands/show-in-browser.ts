import { spawn } from 'node:child_process';
import type { Terminal } from './terminal.js';

/** What shows an address in the browser that somebody has chosen, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * Shows an address in the browser; where there is none to be had, says so and goes on.
 *
 * @param env  where the program is looked for, and what it is started with; as this process unless given
 */
export function showInBrowser(url: string, terminal: Pick<Terminal, 'err'>, env?: NodeJS.ProcessEnv): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true, ...(env && { env }) });
  opener.on('error', () => terminal.err(`No browser could be opened; it is at ${url}/`));
  opener.unref();
}
