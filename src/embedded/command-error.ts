import { Double } from 'bson';
import codes from './error-codes.json' with { type: 'json' };

const ZERO = new Double(0);

export type CommandErrorName = keyof typeof codes | `Location${number}`;

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
    this.code = codeName in codes ? codes[codeName as keyof typeof codes] : Number(codeName.slice('Location'.length));
  }

  toReply(): object {
    return { ok: ZERO, errmsg: this.message, code: this.code, codeName: this.codeName, ...this.details };
  }
}

/** Appends to a MongoDB error message that the embedded database does not support the feature. */
export function unsupportedMessage(message: string): string {
  return `${message}; it is not offered by the embedded database`;
}
