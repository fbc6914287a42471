import { LOG_COLLECTION } from '../collection-names.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { PipelineSource } from '../documents/visibility-pipelines.js';
import { BATCH_ID_FIELDS, batchFingerprint, type LogDocument } from '../log/log-document.js';

/** A log position and the fingerprint of its batch (null if unknown). */
interface BatchPosition {
  position: number;
  mark: string | null;
}

/** A query that verifies the projected log position, to combine with another read. */
export interface VerificationQuery extends BatchPosition {
  source: PipelineSource;
}

/** Position of the last batch that is projected and reported. */
export class LogPosition implements BatchPosition {
  position = 0;
  mark: string | null = null;

  constructor(private readonly database: Database) {}

  goTo({ sequence = 0, mark = null }: { sequence?: number | undefined; mark?: string | null | undefined }): void {
    this.position = sequence;
    this.mark = mark;
  }

  goToBatch(batch: LogDocument): void {
    this.goTo({ sequence: batch._id, mark: batchFingerprint(batch) });
  }

  /** Returns the batch at the position and the next one, without entries. */
  readNext(): Promise<LogDocument[]> {
    const options = { ...READ_OPTIONS, sort: { _id: 1 }, projection: BATCH_ID_FIELDS, limit: 2 } as const;
    return this.database.changes.find({ _id: { $gte: this.position } }, options);
  }

  /** Returns a pipeline source that reads the batch at the position, to verify later that it is unchanged. */
  verificationQuery(): VerificationQuery {
    const { position, mark } = this;
    const stages = [
      { $match: { _id: { $gte: position } } },
      { $sort: { _id: 1 } },
      { $limit: 1 },
      { $project: BATCH_ID_FIELDS },
    ];
    return { source: { collection: LOG_COLLECTION, stages }, position, mark };
  }
}

/** Whether a batch is the one at a position; false if the log was replaced. */
export function isBatchAt({ position, mark }: BatchPosition, batch: LogDocument | undefined): boolean {
  return position === 0 || (batch?._id === position && (mark === null || batchFingerprint(batch) === mark));
}
