import { AppError } from '../errors.js';
import { formatDay } from '../model/iso-date.js';
import { folderKey } from '../model/entry-key.js';
import { findField, type Kind, type Model } from '../model/model.js';
import { isOverdue, type ReviewDates } from '../model/review-dates.js';
import { openDatabase } from '../open-database.js';
import { formatPath, type ProblemPath } from '../records/problem.js';
import { objectsToCheck } from '../records/rule-types.js';
import type { Submission } from '../records/submission.js';
import type { EntryStore, EntryRecord } from '../store/entries.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { formatCount } from './format-problems.js';
import { printJson } from './terminal.js';
import { compareTexts } from '../model/compare-texts.js';

/** A review that is overdue or due soon. */
interface DueReview {
  /** Entry as `folder/slug`. */
  entry: string;
  /** Path of the part to review; null for the complete entry. */
  path: string | null;
  checkedOn: string | null;
  reviewBy: string;
  overdue: boolean;
}

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;

export const reviewCommand = defineCommand({
  name: 'review',
  description: 'List entries whose review is overdue or due soon, by due date.',
  examples: ['review', 'review --days=30', 'review --json'],
  args: {
    days: {
      type: 'string',
      description: `Also list reviews that are due within this number of days (default: ${DEFAULT_DAYS}).`,
    },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const { days = String(DEFAULT_DAYS) } = args;
    if (!/^\d{1,4}$/.test(days)) throw new AppError('USAGE', `--days must be a number from 0 to 9999, not "${days}".`);
    await using database = await openDatabase(config);
    const { model, store } = database;
    const found = await dueReviews(model, store.entries, new Date(), Number(days));
    if (args.json) printJson(terminal, { reviews: found });
    else for (const line of tableLines(found)) terminal.out(line);
    return EXIT_CODES.done;
  },
});

/** Returns the reviews of published entries and drafts that are due within `days`, oldest due date first. */
async function dueReviews(model: Model, entries: EntryStore, now: Date, days: number): Promise<DueReview[]> {
  const today = formatDay(now);
  const lastDay = formatDay(new Date(now.getTime() + days * DAY_MS));
  const found: DueReview[] = [];
  for (const kind of model.kinds) {
    for await (const { slug, status, record } of entries.all(kind.name)) {
      if (status === 'RETIRED') continue;
      for (const { path, reviewBy, checkedOn } of findReviews(model, kind, record)) {
        if (reviewBy > lastDay) continue;
        const overdue = isOverdue({ reviewBy }, today);
        found.push({
          entry: folderKey(kind, slug),
          path: formatPath(path),
          checkedOn: checkedOn ?? null,
          reviewBy,
          overdue,
        });
      }
    }
  }
  return found.sort((a, b) => compareTexts(a.reviewBy, b.reviewBy) || compareTexts(a.entry, b.entry));
}

function tableLines(found: readonly DueReview[]): string[] {
  const rows = found.map(({ entry, path, checkedOn, reviewBy, overdue }) => [
    reviewBy,
    overdue ? 'overdue' : 'due soon',
    checkedOn ?? '-',
    path === null ? entry : `${entry} ${path}`,
  ]);
  const overdue = found.filter((review) => review.overdue).length;
  const summary = `${formatCount(found.length, 'review')}, ${overdue} overdue.`;
  if (rows.length === 0) return [summary];
  const table = [['review by', 'state', 'checked on', 'entry'], ...rows];
  return [...table.map((cells) => cells.map((cell, index) => (index < 3 ? cell.padEnd(12) : cell)).join('')), summary];
}

/** Returns warnings about overdue reviews in the records of a folder. */
export function listOverdueReviewWarnings(model: Model, submissions: readonly Submission[], today: string): string[] {
  return submissions.flatMap(({ kind, record, report }) =>
    findReviews(model, kind, record)
      .filter((review) => isOverdue(review, today))
      .map(({ path, reviewBy }) => {
        const { file, line } = report.locate([...path, 'reviewBy'], 'value');
        return (
          `${file}:${line}: the review was due by ${reviewBy}. Compare the facts with their sources, then change ` +
          'checkedOn and reviewBy.'
        );
      }),
  );
}

/** A scheduled review of an entry, or of a part of it. */
interface Review extends ReviewDates {
  /** Path of the part; empty for the entry. */
  path: ProblemPath;
  reviewBy: string;
}

/** Returns the reviews of a record: one for each object with a date in the field `reviewBy`. */
function findReviews(model: Model, kind: Kind, record: EntryRecord): Review[] {
  return [...objectsToCheck(model, kind, record)].flatMap(({ shape, value, path }) => {
    if (findField(shape, 'reviewBy')?.type !== 'PartialDate') return [];
    const { reviewBy, checkedOn } = value as ReviewDates;
    return reviewBy == null ? [] : [{ path, reviewBy, checkedOn: checkedOn ?? null }];
  });
}
