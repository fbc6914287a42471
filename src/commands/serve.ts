import { createLog, startServer } from '../server.js';
import { command, EXIT } from './command.js';

/** Serves the knowledge base until it is asked to stop. */
export const serve = command({
  name: 'serve',
  description: 'Serve the knowledge base; an empty database is filled from the content folder first.',
  args: {},
  async run({ config, terminal, stopSignal }) {
    const signal = stopSignal();
    const log = createLog(config);
    // The process ends by itself after this; the log has to say why.
    process.on('uncaughtExceptionMonitor', (error, origin) => log.fatal({ err: error, origin }, 'the process ends'));
    const server = await startServer(config, { log, onProgress: (what) => terminal.err(`${what} …`) });
    terminal.out(`Signpost is at   ${server.url}/`);
    terminal.out(`GraphiQL is at   ${server.url}/graphiql`);
    terminal.out(`The API is at    ${server.url}/graphql`);
    await aborted(signal);
    terminal.err('Finishing the requests under way …');
    await server.close();
    return EXIT.done;
  },
});

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
