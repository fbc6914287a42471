/**
 * The codes of errors in responses, with their meanings. Published codes never change. All layers throw an AppError
 * with one of them; other errors are masked at the edge. `npm run generate` prints them into docs/errors.md.
 */
export const REQUEST_CODES = {
  BAD_REQUEST: 'A request is not of the form that the server reads.',
  BODY_TOO_LARGE: 'The body of a request is larger than is allowed.',
  RATE_LIMITED: 'A client sends more requests than is allowed.',
  BAD_USER_INPUT: 'An argument is not of the form that is asked for.',
  BAD_ID: 'An identifier was not made by this server.',
  BAD_CURSOR: 'A cursor belongs to another list, filter or order, or was changed.',
  BAD_FILTER: 'A filter asks for something that the field cannot answer.',
  PAGE_TOO_LARGE: 'A page asks for more entries than one request may have.',
  NOT_TRUSTED: 'Without a token, the server answers trusted documents alone, and this is none.',
  PERSISTED_QUERY_NOT_FOUND: 'The server has no trusted document of this identifier; send its text.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'The server has no trusted documents; send the text.',
  TOO_BROAD: 'A filter across links matches more entries than can be followed.',
  TOO_DEEP: 'A query is nested deeper than is allowed.',
  TOO_COSTLY: 'A query could return more than one request may have.',
  ANSWER_TOO_LARGE: 'An answer is longer than one answer may be; its message says which field takes most of it.',
  TOO_MANY: 'A query repeats fields, aliases or directives more often than is allowed.',
  DEADLINE: 'A request took longer than is allowed.',
  BUSY: 'The server has as many requests under way as it can serve.',
  UNAUTHENTICATED: 'A token is needed and none was sent, or one that is not known, has expired or was revoked.',
  FORBIDDEN: 'The token does not give the right to do this; another might.',
  NOT_FOUND: 'There is no such entry.',
  IN_USE: 'Something published needs the entry, so that it cannot be withdrawn.',
  CONFLICT: 'The entry was changed by somebody else meanwhile.',
  CONTENT_INVALID: 'Content breaks a rule; the problems say which, and where.',
  NOT_YET_SERVED: 'A change is written in the log, but is not served yet; it will be, and must not be sent again.',
  DATABASE_UNREACHABLE: 'The database does not answer.',
  DATABASE_FULL: 'The database has no room left; reading goes on.',
  DATABASE_NEWER: 'A newer version of Signpost writes to this database, so this version refuses writes.',
} as const;

/** Codes of the GraphQL server, and of internal errors. */
export const SERVER_CODES = {
  GRAPHQL_PARSE_FAILED: 'The query is not GraphQL, or longer than is allowed.',
  GRAPHQL_VALIDATION_FAILED: 'The query asks for something that the contract does not have, or not in this way.',
  OPERATION_RESOLUTION_FAILURE: 'No operation of the document is chosen.',
  INTERNAL_SERVER_ERROR: 'Something failed that nobody foresaw; the log has it under the requestId.',
} as const;

/** Codes of the command line only. */
export const COMMAND_CODES = {
  DATASET_INVALID: 'A file of figures cannot be read; the message says why.',
  PLAN_MOVED: 'The files or the database changed after the plan was made.',
  USAGE: 'A command was called in a way it does not understand.',
  FILE_UNWRITABLE: 'A file cannot be written; the message says why.',
  FILE_REFUSED: 'The system refuses a file or a folder; the message says why.',
  BACKUP_INVALID: 'A backup file is not whole, or was not made by Signpost.',
  DATABASE_NOT_EMPTY: 'A backup is restored into an empty database alone.',
  DATABASE_INCOMPLETE: 'A backup was restored into the database, but not to its end.',
  DATABASE_UNSUPPORTED: 'The MongoDB server has a version that is not supported.',
  DATABASE_DAMAGED: 'The database holds something that cannot be right.',
  MODEL_INVALID: 'A file in schema/ describes records in a way that cannot be served.',
} as const;

export type ErrorCode = keyof typeof REQUEST_CODES | keyof typeof COMMAND_CODES;

/** An error for users: what is wrong, with the quoted input, and what would be right. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Public facts for programs. */
    readonly details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'no room is left on the disk',
  EDQUOT: 'no room is left for this user',
  EROFS: 'what lies there can only be read',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  ENXIO: 'it is a socket, or a device that is not there',
  EIO: 'the disk failed',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead round in a circle',
  EMFILE: 'too many files are open',
};

/** Describes a system error, if it is known. */
export function describeSystemError(error: unknown): string {
  const { code = 'error', syscall } = asErrnoException(error);
  if (syscall === 'watch' && code === 'ENOSPC') return 'this user watches as many folders as the system allows';
  return REFUSALS[code] ?? code;
}

/** The properties of a system error; empty for others. */
export function asErrnoException(error: unknown): Pick<NodeJS.ErrnoException, 'code' | 'syscall' | 'path'> {
  return typeof error === 'object' && error !== null ? error : {};
}
