import { runCli } from './commands/run-cli.js';
import { processTerminal } from './commands/terminal.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The second time, whoever asks means it.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  terminal: processTerminal(process),
  signal: stop.signal,
});
