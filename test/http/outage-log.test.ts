import { pino } from 'pino';
import { expect, test } from '@jest/globals';
import { AppError } from '../../src/errors.js';
import { OutageLog } from '../../src/http/outage-log.js';

function logged(report: (outage: OutageLog) => void): string[] {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push((JSON.parse(line) as { msg: string }).msg) });
  report(new OutageLog(log));
  return lines;
}

const unreachableError = new AppError('DATABASE_UNREACHABLE', 'The database does not respond.');

test('an outage that affects three components is logged in one line, and so is its end', () => {
  const lines = logged((outage) => {
    for (const part of ['areas', 'counts', 'search']) outage.report(part, unreachableError);
    for (const part of ['search', 'areas', 'counts']) outage.report(part, null);
    outage.report('areas', unreachableError);
  });
  const begins = 'retrying: The database does not respond.';
  expect(lines).toEqual([begins, 'the database responds again', begins]);
});

test('a component that still fails after an outage is reported by its name', () => {
  const lines = logged((outage) => {
    outage.report('areas', unreachableError);
    outage.report('areas', new Error('full'));
    outage.report('areas', null);
  });
  expect(lines.slice(1)).toEqual(['not ready, retrying: areas', 'the database responds again', 'areas again']);
});
