import { AppError } from '../errors.js';

/** The error for a file that cannot be read as a whole: the reason and a remedy. */
export function datasetError(message: string, details: Record<string, unknown> = {}): AppError {
  return new AppError('DATASET_INVALID', message, details);
}

/** Runs a reading and adds the file name to its errors. */
export async function withFileName<T>(file: string, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    const isRefusal = error instanceof AppError && error.code === 'DATASET_INVALID';
    throw isRefusal ? datasetError(`${file}: ${error.message}`, error.details) : error;
  }
}
