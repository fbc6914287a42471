/** Derived data that is kept up to date. */
export interface Upkeep {
  /** Whether all reported changes are processed. */
  readonly isSettled: boolean;
  /** Resolves after the first attempt, successful or not. */
  tried(): Promise<void>;
  /** Resolves once all reported changes are processed. */
  settled(): Promise<void>;
  /** Stops after the current call. */
  close(): Promise<void>;
}
