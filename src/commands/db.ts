import { EmbeddedError, startEmbedded } from '../embedded/index.js';
import { AppError } from '../errors.js';
import { PROGRAM_NAME_AND_VERSION } from '../package-info.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { parsePort } from './parse-port.js';
import { waitForAbort } from './wait-for-abort.js';
import { printJson } from './terminal.js';

export const dbCommand = defineCommand({
  name: 'db',
  description: 'Run the embedded database alone on loopback, for mongosh.',
  examples: ['db', 'db --port=27017'],
  args: {
    port: { type: 'string', description: 'Port to listen on (default: any free port).' },
    'data-dir': { type: 'string', description: 'Folder of the database (default: DATA_DIR).' },
    json: jsonFlag,
  },
  async run({ args, config, terminal, stopSignal }) {
    const port = parsePort(args.port ?? '0');
    const stopRequest = stopSignal();
    const database = await startEmbedded({
      dataDir: args['data-dir'] ?? config.dataDir,
      port,
      program: PROGRAM_NAME_AND_VERSION,
    }).catch((error: unknown) => {
      if (!(error instanceof EmbeddedError)) throw error;
      throw new AppError('DATABASE_UNREACHABLE', error.message, { reason: error.code }, { cause: error });
    });
    const { uri } = database.loopback!;
    if (args.json) printJson(terminal, { uri });
    else terminal.out(uri);
    await waitForAbort(stopRequest);
    await database.close();
    return EXIT_CODES.done;
  },
});
