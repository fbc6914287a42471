/** Something that is kept current with the records. */
export interface Upkeep {
  /** Whether all that was told is taken in. */
  readonly isSettled: boolean;
  /** Resolves once everything was taken in for the first time, or could not be at the first attempt. */
  tried(): Promise<void>;
  /** Resolves once all that was told is taken in. */
  settled(): Promise<void>;
  /** Ends it; what is under way is finished first. */
  close(): Promise<void>;
}
