// Works around lmdb 3.5.6, which crashes (SIGSEGV) if a thread is terminated during a transaction. `write_progress` in
// src/writer.cpp then uses the result of a failed JavaScript call. test/embedded/endings.test.ts fails without this.

/** How long the exit waits for the write in progress, in milliseconds. Docker kills a container after 10 s. */
const PATIENCE_MS = 8000;

/** Whether a thread has finished its writes and starts no more, seen by another thread that blocks on it. */
export class IdleFlag {
  constructor(readonly memory = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))) {}

  set(): void {
    Atomics.store(this.memory, 0, 1);
    Atomics.notify(this.memory, 0);
  }

  /** Blocks until the flag is set, or until the time is over. */
  wait(milliseconds: number): void {
    Atomics.wait(this.memory, 0, 0, milliseconds);
  }
}

/**
 * Blocks the end of the process until the thread of the database has finished its writes.
 *
 * @param finish requests the thread to finish
 * @returns stops doing so
 */
export function waitAtExit(idle: IdleFlag, finish: () => void): () => void {
  const onExit = () => {
    finish();
    idle.wait(PATIENCE_MS);
  };
  process.on('exit', onExit);
  return () => process.off('exit', onExit);
}
