/** Consumer of the change log that keeps derived data up to date. */
export interface ChangeConsumer {
  /** Whether all reported changes are processed. */
  readonly isIdle: boolean;
  /** Resolves after the first attempt, whether it succeeded or failed. */
  firstAttempt(): Promise<void>;
  /** Resolves when all reported changes are processed. */
  idle(): Promise<void>;
  /** Stops after the current call of the consumer. */
  close(): Promise<void>;
}
