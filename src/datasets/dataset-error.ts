import { AppError } from '../errors.js';

/** A file of figures that cannot be read as a whole: why, and what would help. Nothing of it is kept. */
export function refusal(message: string, details: Record<string, unknown> = {}): AppError {
  return new AppError('DATASET_INVALID', message, details);
}

/** Runs what reads a file, and names the file in every refusal that comes of it. */
export async function naming<T>(file: string, reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    const isRefusal = error instanceof AppError && error.code === 'DATASET_INVALID';
    throw isRefusal ? refusal(`${file}: ${error.message}`, error.details) : error;
  }
}
