// Works around lmdb 3.5.6, which crashes (SIGSEGV) if a thread is terminated during a transaction. `write_progress` in
// src/writer.cpp then uses the result of a failed JavaScript call. test/embedded/process-exit.test.ts fails without this.

/** Maximum time that the exit waits for the current write, in milliseconds. Docker kills a container after 10 s. */
const MAX_WAIT_MS = 8000;

/** A flag in shared memory: whether a thread has finished its writes. Another thread can block until it is set. */
export class IdleFlag {
  constructor(readonly memory = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))) {}

  set(): void {
    Atomics.store(this.memory, 0, 1);
    Atomics.notify(this.memory, 0);
  }

  /** Blocks until the flag is set, or until the timeout. */
  wait(milliseconds: number): void {
    Atomics.wait(this.memory, 0, 0, milliseconds);
  }
}

/**
 * Registers an exit handler that calls `finish`, which asks the database thread to finish its writes, and blocks until
 * the thread has set the flag. Returns a function that removes the handler.
 */
export function blockExitUntilIdle(idle: IdleFlag, finish: () => void): () => void {
  const onExit = () => {
    finish();
    idle.wait(MAX_WAIT_MS);
  };
  process.on('exit', onExit);
  return () => process.off('exit', onExit);
}
