import { LOG } from '../collections.js';
import type { Database } from '../connection/database.js';
import { READ } from '../connection/database.js';
import type { Source } from '../documents/sources.js';
import type { LogDocument } from '../log/log-document.js';
import { MARKED, computeMark } from '../log/log-document.js';

/** A place in the log, and what the batch there is known by again; null before it is known. */
interface Place {
  position: number;
  mark: string | null;
}

/** A look at the place up to which the log was applied, to be taken together with something else. */
export interface LogLook extends Place {
  source: Source;
}

/** Where in the log a feed is: the last batch that is applied and told of. */
export class LogPlace implements Place {
  position = 0;
  mark: string | null = null;

  constructor(private readonly database: Database) {}

  goTo({ sequence = 0, mark = null }: { sequence?: number | undefined; mark?: string | null | undefined }): void {
    this.position = sequence;
    this.mark = mark;
  }

  goToBatch(batch: LogDocument): void {
    this.goTo({ sequence: batch._id, mark: computeMark(batch) });
  }

  /** The batch at the place and the one after it, without their entries. */
  ahead(): Promise<LogDocument[]> {
    const options = { ...READ, sort: { _id: 1 }, projection: MARKED, limit: 2 } as const;
    return this.database.changes.find({ _id: { $gte: this.position } }, options);
  }

  /** What finds the batch at the place where something else is read. */
  look(): LogLook {
    const { position, mark } = this;
    const stages = [
      { $match: { _id: { $gte: position } } },
      { $sort: { _id: 1 } },
      { $limit: 1 },
      { $project: MARKED },
    ];
    return { source: { collection: LOG, stages }, position, mark };
  }
}

/** Whether a batch is the one that was at a place; false where the log is another than it was. */
export function isAt({ position, mark }: Place, batch: LogDocument | undefined): boolean {
  return position === 0 || (batch?._id === position && (mark === null || computeMark(batch) === mark));
}
