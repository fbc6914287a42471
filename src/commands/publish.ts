import { AppError } from '../errors.js';
import { isDay } from '../model/iso-date.js';
import { publishEntry, scheduleEntry, unscheduleEntry } from '../records/lifecycle.js';
import { defineCommand } from './command.js';
import { changeArguments, changeEntry, entryArgument } from './change-entry.js';

/** Publishes the draft of an entry, now or later. */
export const publishCommand = defineCommand({
  name: 'publish',
  description: 'Publish the newest revision of an entry, now or at a scheduled time.',
  examples: [
    'publish leaflets/jits-guidelines',
    'publish leaflets/jits-guidelines --at=2027-01-31T09:00:00Z',
    'publish leaflets/jits-guidelines --at=never',
  ],
  args: {
    entry: entryArgument,
    at: {
      type: 'string',
      valueHint: 'time',
      description:
        'Time of publication, such as 2027-01-31T09:00:00Z. A server must be running then. "never" cancels it.',
    },
    ...changeArguments,
  },
  run(invocation) {
    const { at } = invocation.args;
    if (at === 'never') {
      const outcome = 'is no longer scheduled';
      return changeEntry(invocation, outcome, unscheduleEntry, { leavesEntry: true });
    }
    const time = at === undefined ? null : readTime(at);
    return changeEntry(invocation, 'is published', (database, command, commitOptions) =>
      time ? scheduleEntry(database, command, time, commitOptions) : publishEntry(database, command, commitOptions),
    );
  },
});

/** Parses the option `--at`. @throws AppError USAGE */
function readTime(timeText: string): Date {
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(timeText);
  const time = isTime && isDay(timeText.slice(0, 10)) ? new Date(timeText) : null;
  if (time && !Number.isNaN(time.getTime())) return time;
  throw new AppError(
    'USAGE',
    `"${timeText}" is not a date and time. Write it as 2027-01-31T09:00:00Z, or with +01:00 in place of Z.`,
  );
}
