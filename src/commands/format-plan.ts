import type { FolderPlan } from '../content/plan-folder.js';
import { summarisePlan } from '../content/seed-database.js';
import { folderKey } from '../model/entry-key.js';
import { FIGURES_PATH } from '../records/attribute-changes.js';
import type { FieldChange } from '../records/diff-records.js';
import type { DatabaseEdits } from '../records/find-database-edits.js';
import { DRAFT_PATH_PREFIX, newestSubmission } from '../records/planned-draft.js';
import type { FileLocation } from '../records/problem.js';
import type { Submission } from '../records/submission.js';
import {
  kindsWithManyRetirements,
  type PlannedChange,
  plannedRetirements,
  type SyncPlan,
} from '../records/sync-plan.js';
import { escapeControlCharacters } from '../records/message-text.js';

const SIGNS = { CREATE: '+', CHANGE: '~', RETIRE: '-', UNCHANGED: ' ' } as const;

/** Formats the plan for seeding a folder: one line per entry, and its changed fields with their positions. */
export function formatPlan({ id }: FolderPlan, plan: SyncPlan): string {
  const lines = plan.entries.filter(({ operation }) => operation !== 'UNCHANGED').flatMap(entryLines);
  if (plan.others.length > 0) {
    lines.push(`${plan.others.length} in the database but not in the folder; unchanged. --prune would retire them.`);
  }
  const isEmpty = plan.entries.every(({ operation }) => operation === 'UNCHANGED');
  const next = isEmpty
    ? 'Nothing to do.'
    : `To apply it: npx signpost seed ${id}${kindsWithManyRetirements(plan).length > 0 ? ' --prune=all' : ''}`;
  return [...lines, `Plan ${id}: ${summarisePlan(plan)}.`, next].join('\n');
}

/** Formats the entries that a plan retires, with the links to each. */
export function formatRetirements(plan: SyncPlan): string {
  return plannedRetirements(plan).flatMap(entryLines).join('\n');
}

function entryLines(entry: PlannedChange): string[] {
  const { operation, kind, slug, changes, vintage, editions, usedBy, submission } = entry;
  const position = submission?.report.locate([], 'value');
  const locationText = position?.file ? `  ${position.file}:${position.line}` : '';
  return [
    `${SIGNS[operation]} ${folderKey(kind, slug)}${locationText}`,
    ...(entry.edited ? [editedLine(entry.edited)] : []),
    ...changes.map((change) => changeLine(change, entry)),
    ...(describePostponed(entry) ? [`    ! ${describePostponed(entry)}`] : []),
    ...(vintage
      ? [
          `    figures: ${vintage.series.length} series${CHANGED_BY_NOTES[entry.changedBy.get(FIGURES_PATH) ?? 'FILES']}`,
        ]
      : []),
    ...editions.map(({ earlier, series }) => `    earlier edition of ${earlier}: ${series.length} series`),
    ...usedBy.map(
      (use) => `    linked to by ${use.kind} ${use.slug} (${use.path}); the link remains and shows that it is retired`,
    ),
  ];
}

/** Describes an entry whose scheduled publication does not include the planned draft; null for others. */
export function describePostponed({ operation, submission, schedule, changes, renamed }: PlannedChange): string | null {
  const newest = submission && newestSubmission(submission);
  const isDraft = newest?.status === 'DRAFT' && newest.publishAt == null;
  // An entry that is only renamed keeps its draft and its schedule, so nothing is postponed.
  const isRetained =
    operation === 'CHANGE' && isDraft && !renamed?.from && !changes.some(({ path }) => path === 'publishAt');
  if (!isRetained || schedule === null) return null;
  const at = schedule.at.toISOString().replace('.000Z', 'Z');
  return `revision ${schedule.revision} is published at ${at} without this change; write publishAt: ${at} to publish the change then`;
}

function editedLine({ revision, author, at, message }: DatabaseEdits): string {
  const reasonText = message === '' ? '' : `: ${message}`;
  return toOneLine(
    `    edited in the database since (revision ${revision}, ${author}, ${at.toISOString()}${reasonText})`,
  );
}

const CHANGED_BY_NOTES = {
  FILES: '',
  DATABASE: '  ! changed in the database only: it would be undone',
  BOTH: '  ! changed in the database too: it would be overwritten',
} as const;

function changeLine(change: FieldChange, entry: PlannedChange): string {
  const { path, before, after } = change;
  const isEnd = path === 'status' && before === 'PUBLISHED' && after === 'DRAFT';
  const end = isEnd ? '  ! will be unpublished' : '';
  return fieldLine(change, entry) + end + CHANGED_BY_NOTES[entry.changedBy.get(path) ?? 'FILES'];
}

function fieldLine(change: FieldChange, { submission }: PlannedChange): string {
  const position = submission && locateChange(submission, change);
  const home = submission?.report.locate([], 'value').file;
  const locationText = position?.line ? `${position.file === home ? '' : `${position.file}:`}${position.line}: ` : '';
  return `    ${locationText}${formatFieldChange(change)}`;
}

/** Returns the position of a change in the files; for a removed list item, the position of its list. */
function locateChange({ report, draft }: Submission, { at, after }: FieldChange): FileLocation {
  const path = after === null && typeof at.at(-1) === 'number' ? at.slice(0, -1) : at;
  return draft && path[0] === DRAFT_PATH_PREFIX
    ? draft.report.locate(path.slice(1), 'value')
    : report.locate(path, 'value');
}

/** Formats a changed field on one line: as a word diff, or as its old and new value. */
export function formatFieldChange({ path, before, after, words }: FieldChange): string {
  if (words !== null) {
    const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
    const text = words.map((run) => `${marks[run.kind][0]}${shortened(run)}${marks[run.kind][1]}`).join('');
    return `${path}: ${toOneLine(text)}`;
  }
  return `${path}: ${formatValue(before)} → ${formatValue(after)}`;
}

/** Shortens a long run of unchanged words; its start and end remain as context. */
function shortened({ kind, text }: { kind: string; text: string }): string {
  return kind === 'same' && text.length > 80 ? `${text.slice(0, 36)} … ${text.slice(-36)}` : text;
}

function formatValue(value: unknown): string {
  return value === null ? '(none)' : toOneLine(typeof value === 'string' ? value : JSON.stringify(value));
}

function toOneLine(text: string): string {
  return escapeControlCharacters(text.replace(/\s*\n\s*/g, ' ⏎ '));
}

/** Converts a plan to JSON data: all entries with operation, position and changes. */
export function planToJson({ id, content }: FolderPlan, plan: SyncPlan): Record<string, unknown> {
  return {
    plan: id,
    files: content.files,
    head: plan.head,
    others: plan.others,
    entries: plan.entries.map((entry) => {
      const { operation, kind, slug, changes, vintage, editions, usedBy, submission, edited, changedBy } = entry;
      const position = submission?.report.locate([], 'value');
      return {
        operation,
        kind: kind.name,
        slug,
        file: position?.file ?? null,
        line: position?.line ?? null,
        changes: changes.map((change) => {
          const { path, before, after, words } = change;
          const by = changedBy.get(path) ?? 'FILES';
          return {
            path,
            changedBy: by,
            line: (submission && locateChange(submission, change).line) ?? null,
            before,
            after,
            words,
          };
        }),
        figures:
          vintage === null
            ? null
            : {
                changedBy: changedBy.get(FIGURES_PATH) ?? 'FILES',
                digest: vintage.digest,
                series: vintage.series.length,
              },
        editions: editions.map(({ earlier, digest, series }) => ({ date: earlier, digest, series: series.length })),
        usedBy,
        edited: edited && { revision: edited.revision, author: edited.author, at: edited.at, message: edited.message },
      };
    }),
  };
}
