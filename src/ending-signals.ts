/** By which a person, a terminal that closes or whoever runs a process tells it to end. */
export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has something put in order when a signal ends the process, which then ends as if nobody had heard it.
 *
 * @returns leaves the signals alone again
 */
export function beforeEnding(putInOrder: () => void): () => void {
  const leave = () => {
    for (const signal of ENDING_SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    leave();
    putInOrder();
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING_SIGNALS) process.on(signal, end);
  return leave;
}
