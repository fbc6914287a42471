import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Config } from './config.js';
import type { EmbeddedDatabase } from './embedded/index.js';
import { EmbeddedError, startEmbedded } from './embedded/index.js';
import { AppError } from './errors.js';
import { kindModules } from './kinds/index.js';
import { findFigures } from './records/kind-module.js';
import { loadModel } from './model/load.js';
import type { Model } from './model/model.js';
import type { Services } from './records/linked-entries.js';
import type { StoreOptions } from './store/open-store.js';
import { LOG } from './store/collections.js';
import { openStore } from './store/open-store.js';

/** An open database with all that is needed to read and write records in it. */
export interface Database extends Services, AsyncDisposable {
  /** Whether it is the embedded one. */
  isEmbedded: boolean;
  uri: string;
  close(): Promise<void>;
}

/** How a database is opened. */
export interface DatabaseOptions {
  /** Whether the database of another process that holds the folder, such as a server, will do as well; true unless given. */
  shares?: boolean;
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
  const { shares = true, onFeedTrouble, reads, meanwhile = () => {} } = options;
  const connecting = reads && isMissing(config) ? emptyDatabase(config) : connectDatabase(config, { shares });
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
  connecting: ReturnType<typeof connectDatabase>,
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

/**
 * As openDatabase, for what reads and writes documents as they are: the server alone, with nothing opened in it.
 *
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_DAMAGED
 */
export async function connectDatabase(
  config: Readonly<Config>,
  { shares = true } = {},
): Promise<Pick<Database, 'uri' | 'isEmbedded' | 'close'> & Pick<Embedded, 'onChange'> & AsyncDisposable> {
  const embedded = config.mongodbUri === null ? await embeddedIn(config.dataDir, shares) : null;
  const close = async () => void (await embedded?.close?.());
  return {
    uri: embedded?.uri ?? config.mongodbUri!,
    isEmbedded: embedded !== null,
    ...(embedded?.onChange && { onChange: embedded.onChange }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function isMissing({ mongodbUri, dataDir }: Readonly<Config>): boolean {
  return mongodbUri === null && !existsSync(dataDir);
}

/** An embedded database with nothing in it, in a folder that is gone once it is closed. */
async function emptyDatabase(config: Readonly<Config>): ReturnType<typeof connectDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-empty-'));
  const { close, ...connected } = await connectDatabase({ ...config, dataDir });
  const closeAndRemove = async () => {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...connected, close: closeAndRemove, [Symbol.asyncDispose]: closeAndRemove };
}

/** A database that is ours to close, or only to use. */
interface Embedded extends Pick<EmbeddedDatabase, 'uri'>, Partial<Pick<EmbeddedDatabase, 'close'>> {
  /** Says who is told whenever anybody adds to the log; absent where that is not heard of. */
  onChange?: (listener: () => void) => void;
}

async function embeddedIn(dataDir: string, shares: boolean): Promise<Embedded> {
  try {
    let listener = () => {};
    const watch = { collection: LOG, onInsert: () => listener() };
    return { ...(await startEmbedded({ dataDir, watch })), onChange: (each) => void (listener = each) };
  } catch (error) {
    if (!(error instanceof EmbeddedError)) throw error;
    if (shares && error.uri !== undefined) return { uri: error.uri };
    const code = error.code === 'FOLDER_DAMAGED' ? 'DATABASE_DAMAGED' : 'DATABASE_UNREACHABLE';
    const tip = error.code === 'FOLDER_READ_ONLY' ? '; set DATA_DIR to a folder of your own' : '';
    throw new AppError(code, error.message + tip, { reason: error.code }, { cause: error });
  }
}
