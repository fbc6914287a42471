import { AppError } from '../errors.js';

const HIGHEST_PORT = 65_535;

/** Parses a port; 0 means any free port. @throws AppError USAGE */
export function parsePort(written: string): number {
  if (/^\d{1,5}$/.test(written) && Number(written) <= HIGHEST_PORT) return Number(written);
  throw new AppError('USAGE', `"${written}" is not a port. Use a number from 0 to ${HIGHEST_PORT}.`);
}
