import type { LifeResult } from '../../records/life.js';
import { stateAfter } from '../../records/life.js';
import type { ReadOnce } from '../../records/read-once.js';
import { Entry } from '../request/entry.js';
import type { Context } from '../request/context.js';
import type { Sent } from './conflicts.js';
import { conflictOf, inUse } from './conflicts.js';

/** An `EntryPayload`: what came of one change. */
export async function payloadOf(
  result: LifeResult,
  sent: Sent,
  { context, known }: { context: Context; known: ReadOnce },
): Promise<object> {
  const { kind, slug } = sent;
  const nothing = { entry: null, revision: null, userErrors: [], obstacle: null, schedule: null };
  switch (result.outcome) {
    case 'INVALID':
      return {
        ...nothing,
        userErrors: result.problems.map(({ code, message, tip, at }) => ({ code, message, tip, path: at.map(String) })),
      };
    case 'CONFLICT':
      return { ...nothing, obstacle: await conflictOf(sent, context) };
    case 'IN_USE':
      return { ...nothing, obstacle: inUse(result.uses) };
    case 'CHECKED':
      return nothing;
    case 'SCHEDULED':
      return { ...nothing, schedule: result.schedule };
    case 'UNCHANGED':
    case 'WRITTEN': {
      context.loaders.clear();
      const entry = stateAfter(result, { kind: kind.name, slug });
      if (!entry) return nothing;
      return {
        ...nothing,
        entry: new Entry(kind, entry),
        revision: entry.revision,
        schedule: known.schedule(entry),
      };
    }
  }
}
