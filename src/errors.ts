/**
 * Codes of errors in responses, with their meanings. Published codes never change. All layers throw them in an
 * AppError; other errors are masked. `npm run generate` writes all codes of this file to docs/errors.md.
 */
export const REQUEST_CODES = {
  BAD_REQUEST:
    'The server could not read the request. Correct what the message names: the method, a header, the query string or the body.',
  BODY_TOO_LARGE:
    'The request body exceeds the size limit. Split the request, or store the query as a trusted document.',
  RATE_LIMITED:
    'The client has sent too many requests. Wait for the seconds in the header `Retry-After`, then send the request again.',
  BAD_USER_INPUT: 'An argument or a variable has an invalid value. Correct the value as the message says.',
  BAD_ID: 'The global identifier is not one of this server. Read the `id` of the entry again, and send it unchanged.',
  BAD_CURSOR: 'The cursor was changed, or belongs to another list, filter or order. Start again from the first page.',
  BAD_FILTER: 'The field does not support this condition. Use an operator and a value that the message names.',
  PAGE_TOO_LARGE: 'The requested page is larger than the limit. Request fewer items, and follow the cursor.',
  NOT_TRUSTED:
    'Without a token, this server executes only trusted documents. Send the `documentId` of a trusted document, or a token.',
  PERSISTED_QUERY_NOT_FOUND:
    'The server has no trusted document with this identifier. Add the document, or send its text as `query`.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'The server has no trusted documents. Send the text as `query`.',
  TOO_BROAD:
    'A condition across links, or an order by a linked entry, matches too many entries. Narrow the condition, or order by a field of the entry.',
  TOO_DEEP: 'The query or a value is nested deeper than the limit. Remove levels, or send several requests.',
  TOO_COSTLY: 'The query could return more objects than one request may have. Request smaller pages or fewer fields.',
  ANSWER_TOO_LARGE: 'The response exceeds the size limit. Request fewer items of the field that the message names.',
  TOO_MANY: 'The query has too many fields, aliases or directives, or the file too many rows. Split the request.',
  DEADLINE:
    'The request exceeded the time limit. Request less data. Send a mutation again with the same `expectedRevision`: it is not written twice.',
  BUSY: 'The server has no free capacity, or is still loading data. Send the request again in a few seconds.',
  UNAUTHENTICATED:
    'The request needs a token, and has none or an invalid one. Send `Authorization: Bearer …` with a valid token.',
  FORBIDDEN: 'The role of the token does not allow this. Use a token of the role that the message names.',
  NOT_FOUND: 'The entry does not exist, or is not public. Check its slug or identifier; for drafts, request a preview.',
  IN_USE:
    'Published entries or figures need the entry, so it cannot be withdrawn. Change or unpublish those that the message names first.',
  CONFLICT:
    'Somebody else changed the same data in the meantime, and nothing was written. Read the current state, and repeat the change.',
  CONTENT_INVALID:
    'The content breaks a rule. Correct the problems that the message names, or that `npx signpost validate` lists.',
  NOT_YET_SERVED:
    'The change is in the change log, but queries do not return it yet. Do not send it again; the server completes it.',
  DATABASE_UNREACHABLE:
    'The server cannot reach the database. Send the request again later; operators check the database and `MONGODB_URI`.',
  DATABASE_FULL:
    'The database has no disk space left, and nothing was written. Reading continues; operators free disk space.',
  DATABASE_NEWER:
    'A newer version of Signpost writes to this database, so this version rejects writes. Upgrade this server.',
} as const;

/** Codes of the GraphQL server, and of internal errors. */
export const SERVER_CODES = {
  GRAPHQL_PARSE_FAILED:
    'The query is not valid GraphQL, or exceeds the length limit. Correct it at the position in `locations`.',
  GRAPHQL_VALIDATION_FAILED:
    'The query does not fit the schema. Correct the field, argument or value that the message names.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has several operations, and the request selects none. Send `operationName`.',
  INTERNAL_SERVER_ERROR:
    'An unexpected error occurred in the server. Report the `requestId`, under which operators find the error in the log.',
} as const;

/** Codes that only the command line uses. */
export const COMMAND_CODES = {
  DATASET_INVALID: 'A file of figures cannot be imported. Correct what the message names, or download the file again.',
  PLAN_MOVED: 'The files or the database changed after the plan was made. Run `npx signpost plan` again.',
  USAGE: 'The command has an invalid argument or option. Correct it as the message says; `--help` lists all.',
  FILE_UNWRITABLE: 'A file cannot be written. Remove the cause that the message names, and run the command again.',
  FILE_REFUSED:
    'The operating system denies access to a file or folder. Remove the cause that the message names, such as missing permissions.',
  BACKUP_INVALID: 'The file is incomplete, or is not a backup of Signpost. Restore another backup.',
  DATABASE_NOT_EMPTY: 'The database for the restored backup is not empty. Name an empty database.',
  DATABASE_INCOMPLETE:
    'Restoring a backup into this database did not complete. Restore it again into an empty database.',
  DATABASE_UNSUPPORTED: 'The version of the MongoDB server is not supported. Upgrade it as the message says.',
  DATABASE_DAMAGED: 'The database contains invalid data. Restore the latest backup into an empty database.',
  MODEL_INVALID: 'A file in `schema/` has an error. Correct it at the place that the message names.',
} as const;

export type ErrorCode = keyof typeof REQUEST_CODES | keyof typeof COMMAND_CODES;

/** An error for users. The message says what is wrong, quoting the input, and how to correct it. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Machine-readable details, which are included in responses. */
    readonly details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const SYSTEM_ERROR_REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota of this user is exceeded',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  ENXIO: 'it is a socket or a missing device',
  EIO: 'the disk failed',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links form a loop',
  EMFILE: 'too many files are open',
};

/** Describes a system error in words. Returns the code itself if no description is known. */
export function describeSystemError(error: unknown): string {
  const { code = 'error', syscall } = asErrnoException(error);
  if (syscall === 'watch' && code === 'ENOSPC') return 'the limit of watched folders for this user is reached';
  return SYSTEM_ERROR_REASONS[code] ?? code;
}

/** Casts an error to read the properties of system errors, which are undefined for other errors. */
export function asErrnoException(error: unknown): Pick<NodeJS.ErrnoException, 'code' | 'syscall' | 'path'> {
  return typeof error === 'object' && error !== null ? error : {};
}
