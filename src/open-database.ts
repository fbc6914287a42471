import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Config } from './config.js';
import { connectDatabase, type DatabaseConnection } from './connect-database.js';
import { kindModules } from './kinds/index.js';
import { findFigureKinds } from './records/kind-module.js';
import { loadModel } from './model/load-model.js';
import type { Model } from './model/model.js';
import type { RecordServices } from './records/read-entries-for-validation.js';
import { openStore, type StoreOptions } from './store/open-store.js';
import { temporaryFolder } from './temporary-folder.js';

/** An open database, with the services for reading and writing records. */
export interface DatabaseHandle extends RecordServices, Omit<DatabaseConnection, 'onChange'> {}

export interface DatabaseOptions {
  /** Pending connection to use. Default: opens one, possibly to the embedded database of another process. */
  connecting?: Promise<DatabaseConnection>;
  /** Read mode of the store; see `StoreOptions`. If set, a missing embedded database is not created. */
  readOnly?: StoreOptions['readOnly'];
  /** Called with the model before the database responds, to use the waiting time. */
  duringOpen?: (of: Pick<RecordServices, 'model' | 'modules'>) => void;
  /** Error handler of the change feed; see `StoreOptions`. */
  onFeedError?: StoreOptions['onFeedError'];
}

/** Opens the configured or embedded database. @throws DATABASE_UNREACHABLE, DATABASE_DAMAGED, MODEL_INVALID */
export async function openDatabase(config: Readonly<Config>, options: DatabaseOptions = {}): Promise<DatabaseHandle> {
  const { onFeedError, readOnly, duringOpen = () => {} } = options;
  const { connecting = readOnly && isDatabaseMissing(config) ? emptyDatabase(config) : connectDatabase(config) } =
    options;
  const model = await prepareModel(config, connecting, duringOpen);
  const { uri, isEmbedded, onChange, close: closeServer } = await connecting;
  try {
    const knowledgeBase = await openKnowledgeBase({
      uri,
      database: config.mongodbDatabase,
      model,
      isNotified: onChange !== undefined,
      ...(onFeedError && { onFeedError }),
      ...(readOnly && { readOnly }),
    });
    onChange?.(() => knowledgeBase.store.log.wake());
    const close = async () => {
      await knowledgeBase.store.close();
      await closeServer();
    };
    return {
      ...knowledgeBase,
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

/** Loads the model while the embedded database starts in its thread. */
async function prepareModel(
  config: Readonly<Config>,
  connecting: Promise<DatabaseConnection>,
  duringOpen: NonNullable<DatabaseOptions['duringOpen']>,
): Promise<Model> {
  // The caller awaits this promise later. Without a handler, an earlier rejection would end the process.
  connecting.catch(() => {});
  await setImmediate();
  try {
    const model = loadModel(config.schemaDir);
    duringOpen({ model, modules: kindModules });
    return model;
  } catch (error) {
    await connecting.then(
      ({ close }) => close(),
      () => {},
    );
    throw error;
  }
}

/** Opens the store of a database, with the figures and computed fields of src/kinds/. */
export async function openKnowledgeBase(options: Omit<StoreOptions, 'derive' | 'figures'>): Promise<RecordServices> {
  const store = await openStore({
    ...options,
    figures: findFigureKinds(kindModules),
    derive: (kind, slug, record) => kindModules.get(kind)?.derive?.(slug, record) ?? {},
  });
  return { store, model: options.model, modules: kindModules };
}

function isDatabaseMissing({ mongodbUri, dataDir }: Readonly<Config>): boolean {
  return mongodbUri === null && !existsSync(dataDir);
}

/** Opens an empty embedded database in a temporary folder, which is removed on close. */
async function emptyDatabase(config: Readonly<Config>): Promise<DatabaseConnection> {
  const folder = temporaryFolder('empty');
  try {
    const { close, ...connection } = await connectDatabase({ ...config, dataDir: folder.path });
    const closeAndRemove = async () => {
      await close();
      folder[Symbol.dispose]();
    };
    return { ...connection, close: closeAndRemove, [Symbol.asyncDispose]: closeAndRemove };
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
}
