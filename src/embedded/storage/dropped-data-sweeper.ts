import type { Catalogue } from './catalogue.js';
import type { LmdbEnvironment, LmdbTable } from './lmdb-environment.js';
import type { GroupCommit } from './group-commit.js';
import { encodeIdPrefix } from './lmdb-encoding.js';

const MAX_REMOVED_ROWS = 2000;

/** Removes the data of dropped collections and indexes in the background, also after the next start. */
export class DroppedDataSweeper {
  private currentSweep: Promise<void> | undefined;

  constructor(
    private readonly environment: LmdbEnvironment,
    private readonly catalogue: Catalogue,
    private readonly commit: GroupCommit,
  ) {}

  /** Starts to remove orphaned data in the background, unless that is in progress. */
  start(): void {
    this.currentSweep ??= this.sweep().finally(() => (this.currentSweep = undefined));
  }

  /** Waits until all orphaned data is removed, or until removing it fails, for example on a full disk. */
  async waitUntilDone(): Promise<void> {
    await this.currentSweep;
  }

  private async sweep(): Promise<void> {
    try {
      while (this.catalogue.orphans().length > 0) await this.commit.run(() => this.sweepBatch());
    } catch {
      // The next write reports the error. The remaining orphans are removed later.
    }
  }

  private sweepBatch(): void {
    let remaining = MAX_REMOVED_ROWS;
    for (const id of this.catalogue.orphans()) {
      for (const table of [this.environment.documents, this.environment.entries]) {
        remaining -= removeRowsOfId(table, id, remaining);
        if (remaining <= 0) return;
      }
      this.catalogue.removeOrphan(id);
      remaining--;
    }
  }
}

function removeRowsOfId(table: LmdbTable, id: number, limit: number): number {
  const keys = [...table.getKeys({ start: encodeIdPrefix(id), end: encodeIdPrefix(id + 1), limit })];
  for (const key of keys) void table.remove(key);
  return keys.length;
}
