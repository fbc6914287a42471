import type { Database } from '../connection/database.js';
import { READ_OPTIONS } from '../connection/database.js';
import type { DocumentSchema } from './document-schema.js';
import { progressId } from './document-schema.js';
import type { LogPosition } from './log-position.js';

/** The stored progress of the served collections, for later starts and other servers. */
export class StoredProgress {
  private saving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly form: () => DocumentSchema,
  ) {}

  get saved(): Promise<unknown> {
    return this.saving;
  }

  private get id(): string {
    return progressId(this.form().number);
  }

  /** The last batch that any server applied; 0 for none. */
  async read(): Promise<number> {
    return (await this.database.state.findOne({ _id: this.id }, READ_OPTIONS))?.sequence ?? 0;
  }

  /** Marks the collections as unreadable while they are emptied. */
  async clearing(empty: () => Promise<void>): Promise<void> {
    const { id: _id } = this;
    const { state } = this.database;
    await state.updateOne({ _id }, { $set: { sequence: 0, isClearing: true }, $unset: { mark: '' } } as object, {
      upsert: true,
    });
    await empty();
    await state.updateOne({ _id }, { $unset: { isClearing: '' } } as object);
  }

  /** Saves the progress in the background, so that the next start can skip batches. A lost save only repeats work. */
  save({ position: sequence, mark }: Pick<LogPosition, 'position' | 'mark'>): void {
    const behind = { _id: this.id, sequence: { $lte: sequence } };
    this.saving = this.saving
      // Where the stored progress is further, this finds nothing and the insertion fails.
      .then(() => this.database.state.updateOne(behind, { $set: { sequence, mark } } as object, { upsert: true }))
      .catch(() => undefined);
  }
}
