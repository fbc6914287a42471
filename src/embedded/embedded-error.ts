type FolderErrorCode = 'FOLDER_LOCKED' | 'FOLDER_READ_ONLY' | 'FOLDER_VERSION' | 'FOLDER_DAMAGED' | 'FOLDER_UNUSABLE';
export type EmbeddedErrorCode = FolderErrorCode | 'LISTEN_FAILED';

/** Why the database does not start, or had to stop; `code` never changes. */
export class EmbeddedError extends Error {
  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
    options?: ErrorOptions,
    /** For FOLDER_LOCKED: where the database of the process that holds the folder listens, if it does already. */
    readonly uri?: string,
  ) {
    super(message, options);
    this.name = 'EmbeddedError';
  }
}
