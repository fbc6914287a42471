/** Derived data that is kept up to date. */
export interface ChangeConsumer {
  /** Whether all reported changes are processed. */
  readonly isIdle: boolean;
  /** Resolves after the first attempt, successful or not. */
  firstAttempt(): Promise<void>;
  /** Resolves once all reported changes are processed. */
  idle(): Promise<void>;
  /** Stops after the current call. */
  close(): Promise<void>;
}
