import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import { kindsWithManyRetirements, plannedRetirements, type SyncPlan } from '../records/sync-plan.js';
import { formatRetirements } from './format-plan.js';
import type { Terminal } from './terminal.js';

/** How many of the entries outside the folder may be retired: none, at most a fifth of each kind, or all. */
export type PruneLimit = 'NONE' | 'SOME' | 'ALL';

export const pruneOption = {
  type: 'string',
  hasOptionalValue: true,
  valueHint: 'all',
  description: 'Retire entries that are not in the folder. More than a fifth of a kind requires --prune=all.',
} as const;

/** Parses `--prune`: NONE if absent, SOME without a value, ALL for the value "all". @throws AppError USAGE */
export function parsePruneLimit(pruneText: string | undefined): PruneLimit {
  if (pruneText === undefined) return 'NONE';
  if (pruneText === '') return 'SOME';
  if (pruneText === 'all') return 'ALL';
  throw new AppError('USAGE', `--prune takes no value or the value "all", not "${pruneText}".`);
}

export interface PruneRequest {
  prune: PruneLimit;
  root: string;
  /** Whether the command line contains the plan ID, which means that the user has already seen the plan. */
  isPlanNamed: boolean;
  terminal: Terminal;
  asJson: boolean;
}

/** Prompts before entries are retired, unless `isPlanNamed`. Returns whether to proceed. @throws AppError USAGE */
export async function confirmPrune(
  plan: SyncPlan,
  { prune, root, isPlanNamed, terminal, asJson }: PruneRequest,
): Promise<boolean> {
  const retired = plannedRetirements(plan);
  if (retired.length === 0) return true;
  const tooMany = kindsWithManyRetirements(plan);
  if (tooMany.length > 0 && prune !== 'ALL') throw new AppError('USAGE', explainTooMany(tooMany, root));
  if (isPlanNamed) return true;
  if (!terminal.prompt || asJson) {
    const names = retired.map(({ kind, slug }) => folderKey(kind, slug)).join(', ');
    const tip = `Run "npx signpost plan --prune" to see what links to them, then apply that plan.`;
    throw new AppError('USAGE', `This would retire ${names}. ${tip}`);
  }
  terminal.err(formatRetirements(plan));
  const answer = await terminal.prompt(
    `Retire ${retired.length === 1 ? 'this entry' : `these ${retired.length} entries`}? [y/N] `,
  );
  return /^y(?:es)?$/i.test(answer.trim());
}

function explainTooMany(tooMany: readonly { kind: Kind; retired: number; present: number }[], root: string): string {
  const kindTexts = tooMany.map(({ kind, retired, present }) => `${retired} of ${present} ${kind.folder}`);
  return (
    `"${root}" lacks ${kindTexts.join(', ')}: more than a fifth of a kind, which suggests a wrong folder. ` +
    'If the folder is right, use --prune=all.'
  );
}
