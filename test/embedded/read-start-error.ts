import { EmbeddedError, startEmbedded } from '../../src/embedded/index.js';

/** Returns the error with which a database fails to start in a folder. */
export async function readStartError(dataDir: string): Promise<EmbeddedError> {
  const error = await startEmbedded({ dataDir }).then(
    async (database) => {
      await database.close();
      return new Error('it started');
    },
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(EmbeddedError);
  return error as EmbeddedError;
}
