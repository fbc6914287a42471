import { EXIT } from './commands/command.js';
import { runCli } from './commands/run-cli.js';
import { processTerminal } from './commands/terminal.js';
import { ENDING_SIGNALS } from './ending-signals.js';
import { refusalOf, systemFault } from './errors.js';

/**
 * From the first time it is asked for, a signal to end is left to the command, with its name as the reason; the second
 * one ends it at once.
 */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ENDING_SIGNALS) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort(signal);
    });
  }
  return stop.signal;
}

// What ends before it has told how has failed.
process.exitCode = EXIT.problems;
// Work goes on when what it prints cannot be written. A reader that has left, as `head` does, has seen enough; anything else
// is a failure.
let isLost = false;
process.stderr.on('error', () => {});
process.stdout.on('error', (error) => {
  if (isLost || systemFault(error).code === 'EPIPE') return;
  isLost = true;
  process.exitCode = EXIT.problems;
  process.stderr.write(`What is printed cannot be written: ${refusalOf(error)}.\n`);
});
void runCli(process.argv.slice(2), { terminal: processTerminal(process), stopSignal }).then((code) => {
  process.exitCode = isLost && code === EXIT.done ? EXIT.problems : code;
});
