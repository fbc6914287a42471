/** A running consumer of the change log, which keeps derived data up to date. */
export interface ChangeConsumer {
  /** Whether all reported changes are processed. */
  readonly isIdle: boolean;
  /** Resolves after the first call of `onChanges` (see `ChangeLog.consume`), whether it succeeded or failed. */
  afterFirstAttempt(): Promise<void>;
  /** Resolves when all reported changes are processed. */
  waitUntilIdle(): Promise<void>;
  /** Stops the consumer. Resolves when its current call of `onChanges` (see `ChangeLog.consume`) has ended. */
  close(): Promise<void>;
}
