import type { Logger } from 'pino';
import { AppError } from '../errors.js';

/** Logs errors of background tasks. Logs a database outage only once, even if it interrupts several tasks. */
export class OutageLog {
  private readonly failingTasks = new Set<string>();

  constructor(private readonly log: Pick<Logger, 'error' | 'info'>) {}

  /** Logs the failure of a background task, such as "serving changes"; or its recovery, if the error is null. */
  report(task: string, error: unknown): void {
    if (error instanceof AppError && error.code === 'DATABASE_UNREACHABLE') {
      if (this.failingTasks.size === 0) this.log.error({ code: error.code, part: task }, `retrying: ${error.message}`);
      this.failingTasks.add(task);
      return;
    }
    const wasFailing = this.failingTasks.delete(task);
    if (error !== null) this.log.error({ err: error }, `not ready, retrying: ${task}`);
    else if (!wasFailing) this.log.info(`${task} again`);
    if (wasFailing && this.failingTasks.size === 0) this.log.info('the database responds again');
  }
}
