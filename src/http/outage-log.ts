import type { Logger } from 'pino';
import { AppError } from '../errors.js';

/** Logs errors of background tasks. Logs a database outage only once, even if it interrupts several tasks. */
export class OutageLog {
  private readonly stopped = new Set<string>();

  constructor(private readonly log: Pick<Logger, 'error' | 'info'>) {}

  /** Logs the failure of a background task, such as "serving changes"; or its recovery, if the error is null. */
  report(part: string, error: unknown): void {
    if (error instanceof AppError && error.code === 'DATABASE_UNREACHABLE') {
      if (this.stopped.size === 0) this.log.error({ code: error.code, part }, `retrying: ${error.message}`);
      this.stopped.add(part);
      return;
    }
    const wasStopped = this.stopped.delete(part);
    if (error !== null) this.log.error({ err: error }, `not ready, retrying: ${part}`);
    else if (!wasStopped) this.log.info(`${part} again`);
    if (wasStopped && this.stopped.size === 0) this.log.info('the database responds again');
  }
}
