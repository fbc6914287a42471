import { AppError } from '../errors.js';
import { folderKey } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { Plan } from '../records/plan.js';
import { retirements, retiresTooMany } from '../records/plan.js';
import { printRetirements } from './print-plan.js';
import type { Terminal } from './terminal.js';

/** Which entries that are not in the folder may be retired: none, some, or as many as there are. */
export type Prune = 'NONE' | 'SOME' | 'ALL';

/** The option of the commands that retire entries. */
export const pruneArg = {
  type: 'string',
  bare: true,
  valueHint: 'all',
  description: 'Retire entries that are not in the folder; more than a fifth of a kind only with --prune=all.',
} as const;

/**
 * Reads the option: absent, alone, or with the word "all".
 *
 * @throws AppError USAGE
 */
export function readPrune(written: string | undefined): Prune {
  if (written === undefined) return 'NONE';
  if (written === '') return 'SOME';
  if (written === 'all') return 'ALL';
  throw new AppError('USAGE', `--prune is given alone or as --prune=all, not as "${written}".`);
}

/** How a plan that retires entries came to be applied. */
export interface PruneAsked {
  prune: Prune;
  root: string;
  /** Whether the plan was named, so that it was looked at. */
  isNamed: boolean;
  terminal: Terminal;
  asJson: boolean;
}

/**
 * Makes sure that whoever has entries retired means it: on a terminal they are shown what goes and what links to it, and
 * asked; elsewhere they must name the plan.
 *
 * @returns false when they say no
 * @throws AppError USAGE
 */
export async function agreeToPrune(
  plan: Plan,
  { prune, root, isNamed, terminal, asJson }: PruneAsked,
): Promise<boolean> {
  const retired = retirements(plan);
  if (retired.length === 0) return true;
  const tooMany = retiresTooMany(plan);
  if (tooMany.length > 0 && prune !== 'ALL') throw new AppError('USAGE', explainTooMany(tooMany, root));
  if (isNamed) return true;
  if (!terminal.ask || asJson) {
    const names = retired.map(({ kind, slug }) => folderKey(kind, slug)).join(', ');
    const tip = `"npx signpost plan --prune" shows what links to them; carry that plan out.`;
    throw new AppError('USAGE', `This would retire ${names}. ${tip}`);
  }
  terminal.err(printRetirements(plan));
  const answer = await terminal.ask(
    `Retire ${retired.length === 1 ? 'this entry' : `these ${retired.length} entries`}? [y/N] `,
  );
  return /^y(?:es)?$/i.test(answer.trim());
}

function explainTooMany(tooMany: readonly { kind: Kind; retired: number; present: number }[], root: string): string {
  const parts = tooMany.map(({ kind, retired, present }) => `${retired} of ${present} ${kind.folder}`);
  return (
    `"${root}" lacks ${parts.join(', ')}: more than a fifth of a kind, as when it is not the folder that is meant. ` +
    'If it is, say --prune=all.'
  );
}
