import type { Db } from 'mongodb';
import { AppError } from '../../errors.js';

/** The oldest major version of MongoDB that is supported. */
const MIN_MAJOR = 7;

/**
 * Checks the version of a MongoDB server.
 *
 * @throws AppError DATABASE_UNSUPPORTED  the server is older than version 7.0
 */
export async function refuseOldServer(db: Db): Promise<void> {
  const { version } = await db.command({ buildInfo: 1 });
  if (Number.parseInt(String(version), 10) >= MIN_MAJOR) return;
  throw new AppError(
    'DATABASE_UNSUPPORTED',
    `MongoDB ${version} is not supported. Upgrade the server in MONGODB_URI to version ${MIN_MAJOR}.0 or later.`,
  );
}
