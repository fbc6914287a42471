import type { Config } from '../config.js';
import { startEmbedded } from '../embedded/index.js';
import { kindModules } from '../kinds/index.js';
import { loadModel } from '../model/load.js';
import type { Services } from '../records/neighbourhood.js';
import { openStore } from '../store/open-store.js';

/** An open database with all that is needed to read and write records in it. */
export interface Database extends Services, AsyncDisposable {
  /** Whether it is the embedded one. */
  isEmbedded: boolean;
  uri: string;
  close(): Promise<void>;
}

/**
 * Opens the MongoDB of the configuration or, where there is none, starts the embedded database in its folder.
 *
 * @throws AppError DATABASE_UNREACHABLE, MODEL_INVALID
 */
export async function openDatabase(config: Readonly<Config>): Promise<Database> {
  const model = loadModel(config.schemaDir);
  const embedded = config.mongodbUri === null ? await startEmbedded({ dataDir: config.dataDir }) : null;
  const uri = embedded?.uri ?? config.mongodbUri!;
  const derive = (kind: string, slug: string, record: Record<string, unknown>) =>
    kindModules.get(kind)?.derive?.(slug, record) ?? {};
  try {
    const store = await openStore({ uri, database: config.mongodbDatabase, model, derive });
    const close = async () => {
      await store.close();
      await embedded?.close();
    };
    return {
      store,
      model,
      modules: kindModules,
      isEmbedded: embedded !== null,
      uri,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}
