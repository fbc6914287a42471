import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors.js';
import type { PageServer } from '../server.js';
import { renderPdf } from './render-pdf.js';

const ATTEMPTS = ['once', 'twice', 'three times'] as const;
const RETRY_DELAY_MS = 2000;

/**
 * Prints a page as a PDF. Retries up to twice if a request fails, because Chromium prints error pages too.
 * @throws AppError NOT_FOUND; BUSY if no attempt succeeds
 */
export async function printPage(
  { port, responses }: Pick<PageServer, 'port' | 'responses'>,
  path: string,
  { program, retryDelayMs = RETRY_DELAY_MS }: { program: string | null; retryDelayMs?: number },
): Promise<Buffer> {
  let status = 0;
  for (const attempt of ATTEMPTS.keys()) {
    if (attempt > 0) await pause(retryDelayMs);
    const from = responses.length;
    // Requests the page with a placeholder host, so that the printed page does not name this server.
    const printed = await renderPdf(`http://paper.localhost:${port}${path}`, program);
    const ownResponses = responses.slice(from);
    status = ownResponses.find((response) => response.path === path)?.status ?? 0;
    // Prints again if any request fails: without its style sheet, for example, the page is printed incorrectly.
    const failedResponse = ownResponses.find((response) => response.status >= 500);
    if (status === 200 && !failedResponse) return printed;
    if (status === 404) throw new AppError('NOT_FOUND', `The page ${path} does not exist.`);
    status = failedResponse?.status ?? status;
  }
  const message = `The server responded with status ${status} ${ATTEMPTS.at(-1)}; no PDF was written. Try again later.`;
  throw new AppError('BUSY', message);
}
