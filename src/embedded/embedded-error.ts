type FolderErrorCode = 'FOLDER_LOCKED' | 'FOLDER_READ_ONLY' | 'FOLDER_VERSION' | 'FOLDER_DAMAGED' | 'FOLDER_UNUSABLE';
export type EmbeddedErrorCode = FolderErrorCode | 'LISTEN_FAILED';

/** Why the database does not start, or had to stop; `code` is stable. */
export class EmbeddedError extends Error {
  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
    options?: ErrorOptions,
    /** For FOLDER_LOCKED: the URI of the owner's database, if it listens. */
    readonly uri?: string,
  ) {
    super(message, options);
    this.name = 'EmbeddedError';
  }
}
