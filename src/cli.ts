import { EXIT } from './commands/command.js';
import { runCli } from './commands/run-cli.js';
import { processTerminal } from './commands/terminal.js';

/**
 * From the first time it is asked for, a signal to end is left to the command, with its name as the reason; the second
 * one ends it at once.
 */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort(signal);
    });
  }
  return stop.signal;
}

// What ends before it has told how has failed.
process.exitCode = EXIT.problems;
void runCli(process.argv.slice(2), { terminal: processTerminal(process), stopSignal }).then((code) => {
  process.exitCode = code;
});
