import type { Db } from 'mongodb';
import { AppError } from '../../errors.js';

const MIN_MAJOR = 7;

/** Checks the server version. @throws AppError DATABASE_UNSUPPORTED */
export async function refuseOldServer(db: Db): Promise<void> {
  const { version } = await db.command({ buildInfo: 1 });
  if (Number.parseInt(String(version), 10) >= MIN_MAJOR) return;
  throw new AppError(
    'DATABASE_UNSUPPORTED',
    `MongoDB ${version} is not supported. Upgrade the server in MONGODB_URI to version ${MIN_MAJOR}.0 or later.`,
  );
}
