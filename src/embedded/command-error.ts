import { Double } from 'bson';

const ZERO = new Double(0);

const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  IndexAlreadyExists: 68,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  FileStreamFailed: 39,
  OutOfDiskSpace: 14031,
  TransactionTooOld: 225,
  OperationNotSupportedInTransaction: 263,
  NoSuchTransaction: 251,
  InvalidPipelineOperator: 168,
  Interrupted: 11601,
  DuplicateKey: 11000,
  BSONObjectTooLarge: 10334,
  ShutdownInProgress: 91,
  QueryPlanKilled: 175,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
} as const;

export type CommandErrorName = keyof typeof CODES | `Location${number}`;

/** An error that is sent as a reply with `ok: 0`. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;

  constructor(
    codeName: CommandErrorName,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'CommandError';
    this.codeName = codeName;
    this.code = codeName in CODES ? CODES[codeName as keyof typeof CODES] : Number(codeName.slice('Location'.length));
  }

  toReply(): object {
    return { ok: ZERO, errmsg: this.message, code: this.code, codeName: this.codeName, ...this.details };
  }
}

/** Appends to a MongoDB error message that the embedded database does not support the feature. */
export function unsupportedMessage(message: string): string {
  return `${message}; it is not offered by the embedded database`;
}
