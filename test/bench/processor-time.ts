import { readdirSync, readFileSync } from 'node:fs';

/** Of processor time in /proc, in microseconds: USER_HZ is 100 wherever Linux runs Node. */
const TICK_US = 10_000;

/** What a process took with all its threads and the processes that it started, in microseconds, user and system. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  // Its own, and that of those of its processes that have ended.
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_US;
  const tasks = readdirSync(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}/children`);
  const children = tasks.flatMap((file) => readFileSync(file, 'utf8').split(' ').filter(Boolean));
  return children.reduce((sum, child) => sum + processorTime(Number(child)), own);
}
