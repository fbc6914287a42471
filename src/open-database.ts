import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Config } from './config.js';
import type { Connected } from './connect-database.js';
import { connectDatabase } from './connect-database.js';
import { kindModules } from './kinds/index.js';
import { findFigures } from './records/kind-module.js';
import { loadModel } from './model/load.js';
import type { Model } from './model/model.js';
import type { Services } from './records/linked-entries.js';
import type { StoreOptions } from './store/open-store.js';
import { openStore } from './store/open-store.js';
import { temporaryFolder } from './temporary-folder.js';

/** An open database with all that is needed to read and write records in it. */
export interface Database extends Services, Omit<Connected, 'onChange'> {}

/** How a database is opened. */
export interface DatabaseOptions {
  /** The server of it, which may have been asked for earlier; the database of another process will do unless given. */
  connecting?: Promise<Connected>;
  /** As of a store. An embedded database that is not there is then not made either. */
  reads?: StoreOptions['reads'];
  /** Makes what else is needed of the model, before the database answers. */
  meanwhile?: (of: Pick<Services, 'model' | 'modules'>) => void;
  /** As of a store. */
  onFeedTrouble?: StoreOptions['onFeedTrouble'];
}

/**
 * Opens the MongoDB of the configuration or, where there is none, starts the embedded database in its folder.
 *
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_DAMAGED, MODEL_INVALID
 */
export async function openDatabase(config: Readonly<Config>, options: DatabaseOptions = {}): Promise<Database> {
  const { onFeedTrouble, reads, meanwhile = () => {} } = options;
  const { connecting = reads && isMissing(config) ? emptyDatabase(config) : connectDatabase(config) } = options;
  const model = await prepared(config, connecting, meanwhile);
  const { uri, isEmbedded, onChange, close: closeServer } = await connecting;
  try {
    const opened = await openKnowledgeBase({
      uri,
      database: config.mongodbDatabase,
      model,
      isTold: onChange !== undefined,
      ...(onFeedTrouble && { onFeedTrouble }),
      ...(reads && { reads }),
    });
    onChange?.(() => opened.store.log.wake());
    const close = async () => {
      await opened.store.close();
      await closeServer();
    };
    return {
      ...opened,
      isEmbedded,
      uri,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await closeServer();
    throw error;
  }
}

/** The model, and all else that is made while the embedded database begins, which it does in a thread of its own. */
async function prepared(
  config: Readonly<Config>,
  connecting: Promise<Connected>,
  meanwhile: NonNullable<DatabaseOptions['meanwhile']>,
): Promise<Model> {
  // Whoever waits for it is told.
  connecting.catch(() => {});
  await setImmediate();
  try {
    const model = loadModel(config.schemaDir);
    meanwhile({ model, modules: kindModules });
    return model;
  } catch (error) {
    await connecting.then(
      ({ close }) => close(),
      () => {},
    );
    throw error;
  }
}

/** Opens the store of a database that is there, with all that src/kinds/ says of figures and of computed fields. */
export async function openKnowledgeBase(options: Omit<StoreOptions, 'derive' | 'figures'>): Promise<Services> {
  const store = await openStore({
    ...options,
    figures: findFigures(kindModules),
    derive: (kind, slug, record) => kindModules.get(kind)?.derive?.(slug, record) ?? {},
  });
  return { store, model: options.model, modules: kindModules };
}

function isMissing({ mongodbUri, dataDir }: Readonly<Config>): boolean {
  return mongodbUri === null && !existsSync(dataDir);
}

/** An embedded database with nothing in it, in a folder that is gone once it is closed. */
async function emptyDatabase(config: Readonly<Config>): Promise<Connected> {
  const folder = temporaryFolder('empty');
  try {
    const { close, ...connected } = await connectDatabase({ ...config, dataDir: folder.path });
    const closeAndRemove = async () => {
      await close();
      folder[Symbol.dispose]();
    };
    return { ...connected, close: closeAndRemove, [Symbol.asyncDispose]: closeAndRemove };
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
}
