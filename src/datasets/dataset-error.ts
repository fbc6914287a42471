import { AppError } from '../errors.js';

/** A file of figures that cannot be read as a whole: why, and what would help. Nothing of it is kept. */
export function refusal(message: string, details: Record<string, unknown> = {}): AppError {
  return new AppError('DATASET_INVALID', message, details);
}
