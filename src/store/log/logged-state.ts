import { toDottedPaths } from '../documents/entry-document.js';
import type { StoredEntry } from '../entries.js';
import type { Model } from '../../model/model.js';
import { type HydrateRecord, upgradeTextPaths } from '../documents/upgrade-record.js';
import type { LoggedEntry } from './log-document.js';

/** Returns the state of an entry as recorded in the log, with its computed fields. */
export function loggedState(
  model: Model,
  { key: _key, before: _before, action: _action, movedFrom: _from, altered: _altered, ...state }: LoggedEntry,
  hydrateRecord: HydrateRecord,
): StoredEntry {
  const { formerly = [], textRevisions: texts } = state;
  return {
    ...state,
    formerly,
    textRevisions: upgradeTextPaths(model, state.kind, toDottedPaths(texts)),
    record: hydrateRecord(state),
  };
}
