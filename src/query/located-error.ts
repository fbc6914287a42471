import type { ASTNode } from 'graphql';
import { AppError, type ErrorCode } from '../errors.js';

/** An error with a location in the document, thrown before execution. */
export class LocatedError extends AppError {
  constructor(
    readonly node: ASTNode,
    code: ErrorCode,
    message: string,
    details: Record<string, unknown> = {},
  ) {
    super(code, message, details);
  }
}
