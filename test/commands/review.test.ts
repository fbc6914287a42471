import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestCli, type TestCli } from './test-cli.js';

const DAY_MS = 86_400_000;
const inTenDays = new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10);

let cli: TestCli;
beforeAll(async () => {
  cli = createTestCli();
  appendFileSync(join(cli.seed, 'organisations/agency.yaml'), 'checkedOn: 2019-06-01\nreviewBy: 2020-05\n');
  appendFileSync(join(cli.seed, 'laws/it-act.yaml'), `reviewBy: ${inTenDays}\n`);
  appendFileSync(join(cli.seed, 'countries/it.yaml'), 'reviewBy: 9998\n');
  expect((await cli.run('seed')).exit).toBe(0);
});
afterAll(() => cli.remove());

test('reviews that are overdue or due soon are listed by date', async () => {
  const { exit, out } = await cli.run('review');
  expect(exit).toBe(0);
  expect(out.split('\n')).toEqual([
    'review by   state       checked on  entry',
    '2020-05     overdue     2019-06-01  organisations/agency',
    `${inTenDays}  due soon    -           laws/it-act`,
    '2 reviews, 1 overdue.',
    '',
  ]);
});

test('"review --json" lists the due reviews, and --days sets the number of days to look ahead', async () => {
  const { out } = await cli.run('review', '--days=5', '--json');
  expect(JSON.parse(out)).toEqual({
    reviews: [
      {
        entry: 'organisations/agency',
        path: null,
        checkedOn: '2019-06-01',
        reviewBy: '2020-05',
        overdue: true,
      },
    ],
  });
  expect((await cli.run('review', '--days=soon')).err).toContain('--days must be a number from 0 to 9999, not "soon".');
});

test('"validate" warns of an overdue review with its file and line, and exits with 0', async () => {
  const { exit, err } = await cli.run('validate');
  expect(exit).toBe(0);
  expect(err).toMatch(/warning: .*organisations\/agency\.yaml:12: the review was due by 2020-05\. Compare the facts/);
  expect(err.match(/the review was due/g)).toHaveLength(1);
});
