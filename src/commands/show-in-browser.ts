import { spawn } from 'node:child_process';
import type { Terminal } from './terminal.js';

/** Programs that open the default browser, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens a URL in the browser, or prints a hint if that fails. @param env environment of the program */
export function showInBrowser(url: string, terminal: Pick<Terminal, 'err'>, env?: NodeJS.ProcessEnv): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true, ...(env && { env }) });
  opener.on('error', () => terminal.err(`No browser could be opened. Open ${url}/`));
  opener.unref();
}
