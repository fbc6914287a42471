import { AppError } from '../errors.js';

/** Returns the error for a file that cannot be imported at all. The message should include a remedy. */
export function datasetError(message: string, details: Record<string, unknown> = {}): AppError {
  return new AppError('DATASET_INVALID', message, details);
}

/** Runs `reading`, and prefixes the message of its DATASET_INVALID errors with the file name. */
export async function withFileName<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const isRefusal = error instanceof AppError && error.code === 'DATASET_INVALID';
    throw isRefusal ? datasetError(`${file}: ${error.message}`, error.details) : error;
  }
}
