import { connectDatabase } from '../connect-database.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { parsePort } from './parse-port.js';
import { waitForAbort } from './wait-for-abort.js';
import { printJson } from './terminal.js';

/** Time for clients and proxies to notice the shutdown, in milliseconds. */
const GRACE_MS = 1500;

const NO_PROXY =
  'TRUST_PROXY is off: requests from this machine are not rate limited. Set it if a proxy on it passes on requests.';

export const serveCommand = defineCommand({
  name: 'serve',
  description: 'Serve the knowledge base. An empty database is first filled from the content folder.',
  examples: ['serve', 'serve --port=8080'],
  args: {
    port: { type: 'string', description: 'Port to listen on (default: PORT; 0 picks a free port).' },
    host: { type: 'string', description: 'Address to listen on (default: HOST; 0.0.0.0 for all).' },
    json: jsonFlag,
  },
  async run({ args, config: initialConfig, terminal, stopSignal }) {
    const config = {
      ...initialConfig,
      port: args.port === undefined ? initialConfig.port : parsePort(args.port),
      host: args.host ?? initialConfig.host,
    };
    const signal = stopSignal();
    // Starts the database thread while the other modules load.
    const connecting = connectDatabase(config, { shares: false });
    connecting.catch(() => {});
    const { createLog, startServer } = await import('../server.js');
    const log = createLog(config);
    // Logs the reason before an uncaught exception ends the process.
    process.on('uncaughtExceptionMonitor', (error, origin) => log.fatal({ err: error, origin }, 'the process exits'));
    const server = await startServer(config, {
      connecting,
      log,
      onProgress: (message) => terminal.err(`${message} …`),
    });
    if (args.json) printJson(terminal, { url: server.url });
    else {
      terminal.out(`Signpost is at   ${server.url}/`);
      terminal.out(`GraphiQL is at   ${server.url}/graphiql`);
      terminal.out(`The API is at    ${server.url}/graphql`);
    }
    if (config.trustProxy === false) terminal.err(NO_PROXY);
    const { writeEditorSchemas } = await import('./editor-schemas.js');
    writeEditorSchemas(config.seedDir, server.model, null);
    await waitForAbort(signal);
    // Process managers send SIGTERM. At a terminal, SIGINT and SIGHUP stop immediately.
    const graceMs = signal.reason === 'SIGTERM' ? GRACE_MS : 0;
    if (graceMs > 0) terminal.err(`Accepting requests for another ${graceMs / 1000} s while clients switch …`);
    else terminal.err('Completing the open requests …');
    await server.close(graceMs);
    return EXIT_CODES.done;
  },
});
