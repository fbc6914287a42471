export const SHUTDOWN_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Registers a handler that cleans up when a signal ends the process. Returns a function that removes it. */
export function onShutdownSignal(cleanUp: () => void): () => void {
  const unregister = () => {
    for (const signal of SHUTDOWN_SIGNALS) process.off(signal, handle);
  };
  const handle = (signal: NodeJS.Signals) => {
    unregister();
    cleanUp();
    process.kill(process.pid, signal);
  };
  for (const signal of SHUTDOWN_SIGNALS) process.on(signal, handle);
  return unregister;
}
