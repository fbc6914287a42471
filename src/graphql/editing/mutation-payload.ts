import { payloadName } from '../../contract/mutation-types.js';
import { type LifecycleResult, stateInResult } from '../../records/entry-command.js';
import type { Kind } from '../../model/model.js';
import type { StoredEntry } from '../../store/entries.js';
import { EntryReference } from '../../reading/entry-reference.js';
import { Entry } from '../request/entry.js';
import type { Context } from '../request/context.js';
import type { MutationContext } from './mutation-context.js';
import { describeConflict, describeInUse, type SubmittedEdit } from './rejected-edits.js';

/** Converts the result of a mutation of one entry to the payload type of its kind. */
export async function toMutationPayload(
  result: LifecycleResult,
  edit: SubmittedEdit,
  { context, entryCache }: Pick<MutationContext, 'context' | 'entryCache'>,
): Promise<object> {
  const { kind, slug } = edit;
  const emptyPayload = {
    __typename: payloadName(kind.name),
    entry: null,
    draft: null,
    revision: null,
    userErrors: [],
    obstacle: null,
    schedule: null,
  };
  switch (result.outcome) {
    case 'INVALID':
      return {
        ...emptyPayload,
        userErrors: result.problems.map(({ code, message, tip, at }) => ({ code, message, tip, path: at.map(String) })),
      };
    case 'CONFLICT':
      return { ...emptyPayload, obstacle: await describeConflict(edit, context) };
    case 'IN_USE':
      return { ...emptyPayload, obstacle: describeInUse(context.model, result.uses) };
    case 'CHECKED':
      return emptyPayload;
    case 'SCHEDULED':
      return { ...emptyPayload, ...entryFields(result.entry, kind, context), schedule: result.schedule };
    case 'UNCHANGED':
    case 'WRITTEN': {
      context.loaders.clear();
      const entry = stateInResult(result, { kind: kind.name, slug });
      if (!entry) return emptyPayload;
      return { ...emptyPayload, ...entryFields(entry, kind, context), schedule: entryCache.schedule(entry) };
    }
  }
}

function entryFields(entry: StoredEntry, kind: Kind, { view }: Context): object {
  const isDraft = entry.status === 'DRAFT';
  return {
    // Outside previews, the payload shows the same state as reading the entry by its id.
    entry: isDraft && !view.preview ? new EntryReference(kind.name, entry.slug) : new Entry(kind, entry),
    draft: isDraft ? { kind, slug: entry.slug } : null,
    revision: entry.revision,
  };
}
