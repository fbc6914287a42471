import type { Config } from './config.js';
import { type EmbeddedDatabase, EmbeddedError, startEmbedded } from './embedded/index.js';
import { AppError } from './errors.js';
import { PROGRAM_NAME_AND_VERSION } from './package-info.js';
import { LOG_COLLECTION } from './store/collection-names.js';

/** A connection to a database server, which may be the embedded one. */
export interface DatabaseConnection extends AsyncDisposable {
  isEmbedded: boolean;
  uri: string;
  /** Registers a listener for additions to the log. Absent if this process cannot observe them. */
  onChange?: (listener: () => void) => void;
  close(): Promise<void>;
}

/**
 * Connects to the configured MongoDB, or starts the embedded database. This module has few imports, so that the
 * database thread starts early. @param options.shares whether to connect to a database of another process
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_DAMAGED
 */
export async function connectDatabase(config: Readonly<Config>, { shares = true } = {}): Promise<DatabaseConnection> {
  const embedded = config.mongodbUri === null ? await openEmbedded(config.dataDir, shares) : null;
  const close = async () => void (await embedded?.close?.());
  return {
    uri: embedded?.uri ?? config.mongodbUri!,
    isEmbedded: embedded !== null,
    ...(embedded?.onChange && { onChange: embedded.onChange }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** An embedded database. Without `close`, it belongs to another process. */
type Embedded = Pick<EmbeddedDatabase, 'uri'> &
  Partial<Pick<EmbeddedDatabase, 'close'>> &
  Pick<DatabaseConnection, 'onChange'>;

async function openEmbedded(dataDir: string, shares: boolean): Promise<Embedded> {
  try {
    let listener = () => {};
    const watch = { collection: LOG_COLLECTION, onInsert: () => listener() };
    return {
      ...(await startEmbedded({ dataDir, watch, program: PROGRAM_NAME_AND_VERSION })),
      onChange: (newListener) => void (listener = newListener),
    };
  } catch (error) {
    if (!(error instanceof EmbeddedError)) throw error;
    if (shares && error.uri !== undefined) return { uri: error.uri };
    const code = error.code === 'FOLDER_DAMAGED' ? 'DATABASE_DAMAGED' : 'DATABASE_UNREACHABLE';
    const hint = error.code === 'FOLDER_READ_ONLY' ? '; set DATA_DIR to a folder of your own' : '';
    throw new AppError(code, error.message + hint, { reason: error.code }, { cause: error });
  }
}
