import { readdirSync, readFileSync } from 'node:fs';

/** A tick of CPU time in /proc, in microseconds. USER_HZ is 100 on all Linux platforms of Node. */
const TICK_US = 10_000;

/** Returns the user and system CPU time of a process in microseconds, including its threads and child processes. */
export function cpuTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  // The CPU time of the process, and of its exited child processes.
  const ownTicks = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_US;
  const tasks = readdirSync(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}/children`);
  const children = tasks.flatMap((file) => readFileSync(file, 'utf8').split(' ').filter(Boolean));
  return children.reduce((sum, child) => sum + cpuTime(Number(child)), ownTicks);
}
