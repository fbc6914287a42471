import type { Database } from '../connection/database.js';
import { READ } from '../connection/database.js';
import type { Form } from './form.js';
import { progressId } from './form.js';
import type { LogPlace } from './log-place.js';

/** How far the served collections are, as the database notes it for whoever starts next, and for other servers. */
export class NotedProgress {
  private saving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly form: () => Form,
  ) {}

  /** Resolves once all is noted that was to be. */
  get saved(): Promise<unknown> {
    return this.saving;
  }

  private get id(): string {
    return progressId(this.form().number);
  }

  /** The last batch that is noted to be applied, by whichever server; 0 where none is. */
  async read(): Promise<number> {
    return (await this.database.state.findOne({ _id: this.id }, READ))?.sequence ?? 0;
  }

  /** Notes that nothing is applied, and that the collections are not to be read before they were emptied. */
  async clearing(empty: () => Promise<void>): Promise<void> {
    const { id: _id } = this;
    const { state } = this.database;
    await state.updateOne({ _id }, { $set: { sequence: 0, isClearing: true }, $unset: { mark: '' } } as object, {
      upsert: true,
    });
    await empty();
    await state.updateOne({ _id }, { $unset: { isClearing: '' } } as object);
  }

  /**
   * Notes how far the collections are, so that the next start need not begin at the first batch. Nobody waits for it:
   * without it, work is done again that changes nothing.
   */
  save({ position: sequence, mark }: Pick<LogPlace, 'position' | 'mark'>): void {
    const behind = { _id: this.id, sequence: { $lte: sequence } };
    this.saving = this.saving
      // Where another is further, this finds nothing, and is refused by the key of what is there.
      .then(() => this.database.state.updateOne(behind, { $set: { sequence, mark } } as object, { upsert: true }))
      .catch(() => undefined);
  }
}
