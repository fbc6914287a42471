import { EXIT_CODES } from './commands/command.js';
import { runCli } from './commands/run-cli.js';
import { createProcessTerminal } from './commands/terminal.js';
import { SHUTDOWN_SIGNALS } from './shutdown-signals.js';
import { describeSystemError, asErrnoException } from './errors.js';

/** Returns a signal that the first shutdown signal aborts, with its name as reason. A second one ends the process. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of SHUTDOWN_SIGNALS) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort(signal);
    });
  }
  return stop.signal;
}

// Exit code if the process ends before the command returns one.
process.exitCode = EXIT_CODES.problems;
// Output errors do not stop the command. A closed pipe, as with `head`, is not a failure.
let hasOutputFailed = false;
process.stderr.on('error', () => {});
process.stdout.on('error', (error) => {
  if (hasOutputFailed || asErrnoException(error).code === 'EPIPE') return;
  hasOutputFailed = true;
  process.exitCode = EXIT_CODES.problems;
  process.stderr.write(`Cannot write to the standard output: ${describeSystemError(error)}.\n`);
});
void runCli(process.argv.slice(2), { terminal: createProcessTerminal(process), stopSignal }).then((code) => {
  process.exitCode = hasOutputFailed && code === EXIT_CODES.done ? EXIT_CODES.problems : code;
});
