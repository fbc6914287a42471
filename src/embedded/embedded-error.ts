type FolderErrorCode = 'FOLDER_LOCKED' | 'FOLDER_READ_ONLY' | 'FOLDER_VERSION' | 'FOLDER_DAMAGED' | 'FOLDER_UNUSABLE';
export type EmbeddedErrorCode = FolderErrorCode | 'LISTEN_FAILED';

/** The embedded database failed to start or had to stop. `code` is stable across releases. */
export class EmbeddedError extends Error {
  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
    options?: ErrorOptions,
    /** For FOLDER_LOCKED: URI of the running database, if it is listening. */
    readonly uri?: string,
  ) {
    super(message, options);
    this.name = 'EmbeddedError';
  }
}
