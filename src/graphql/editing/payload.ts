import type { LifeResult } from '../../records/asked-entry.js';
import { stateAfter } from '../../records/asked-entry.js';
import { Reference } from '../../reading/reference.js';
import type { ReadOnce } from '../../records/read-once.js';
import { Entry } from '../request/entry.js';
import type { Context } from '../request/context.js';
import type { Sent } from './conflicts.js';
import { describeConflict, inUse } from './conflicts.js';

/** An `EntryPayload`: what came of one change. */
export async function makePayload(
  result: LifeResult,
  sent: Sent,
  { context, known }: { context: Context; known: ReadOnce },
): Promise<object> {
  const { kind, slug } = sent;
  const nothing = { entry: null, draft: null, revision: null, userErrors: [], obstacle: null, schedule: null };
  switch (result.outcome) {
    case 'INVALID':
      return {
        ...nothing,
        userErrors: result.problems.map(({ code, message, tip, at }) => ({ code, message, tip, path: at.map(String) })),
      };
    case 'CONFLICT':
      return { ...nothing, obstacle: await describeConflict(sent, context) };
    case 'IN_USE':
      return { ...nothing, obstacle: inUse(context.model, result.uses) };
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
        // A draft is there in a preview alone: for others, an id has the content that reading it again would give.
        entry:
          entry.status === 'DRAFT' && !context.view.preview
            ? new Reference(kind.name, entry.slug)
            : new Entry(kind, entry),
        draft: entry.status === 'DRAFT' ? { kind, slug: entry.slug } : null,
        revision: entry.revision,
        schedule: known.schedule(entry),
      };
    }
  }
}
