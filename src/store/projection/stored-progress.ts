import { type Database, READ_OPTIONS } from '../connection/database.js';
import { type DocumentSchema, projectionProgressId } from './document-schema.js';
import type { LogPosition } from './log-position.js';

/** Stored progress of the projection, for later starts and other servers. */
export class StoredProgress {
  private lastSave: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly schema: () => DocumentSchema,
  ) {}

  get pendingSave(): Promise<unknown> {
    return this.lastSave;
  }

  private get id(): string {
    return projectionProgressId(this.schema().number);
  }

  /** Returns the log position of the last batch that any server with this schema projected; 0 if there is none. */
  async read(): Promise<number> {
    return (await this.database.state.findOne({ _id: this.id }, READ_OPTIONS))?.sequence ?? 0;
  }

  /** Calls `clear`, which empties the collections, and records until it ends that they are being cleared. */
  async recordClearing(clear: () => Promise<void>): Promise<void> {
    const { id: _id } = this;
    const { state } = this.database;
    await state.updateOne({ _id }, { $set: { sequence: 0, isClearing: true }, $unset: { mark: '' } } as object, {
      upsert: true,
    });
    await clear();
    await state.updateOne({ _id }, { $unset: { isClearing: '' } } as object);
  }

  /** Saves the progress in the background. A failed save is harmless: batches are projected again. */
  save({ position: sequence, mark }: Pick<LogPosition, 'position' | 'mark'>): void {
    const olderFilter = { _id: this.id, sequence: { $lte: sequence } };
    this.lastSave = this.lastSave
      // If the stored progress is newer, the filter matches nothing and the insert fails.
      .then(() => this.database.state.updateOne(olderFilter, { $set: { sequence, mark } } as object, { upsert: true }))
      .catch(() => undefined);
  }
}
