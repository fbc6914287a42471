import { readFileSync } from 'node:fs';

/** Of processor time in /proc, in microseconds: USER_HZ is 100 wherever Linux runs Node. */
const TICK_US = 10_000;

/** What a process took with all its threads, in microseconds, user and system. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}
