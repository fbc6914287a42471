import type { Storage } from '../storage/storage.js';
import type { Command, CommandContext } from './command.js';

/** How many operations there have been since the start, by MongoDB's kinds of them. */
export interface OperationCounts {
  insert: number;
  query: number;
  update: number;
  delete: number;
  getmore: number;
  command: number;
}

/** Kinds other than `command`, with the field whose items count one by one. */
const KINDS: Readonly<Record<string, { kind: keyof OperationCounts; list?: string }>> = {
  find: { kind: 'query' },
  getMore: { kind: 'getmore' },
  insert: { kind: 'insert', list: 'documents' },
  update: { kind: 'update', list: 'updates' },
  delete: { kind: 'delete', list: 'deletes' },
};

/** One for each server, of which its storage is one. */
const countsByStorage = new WeakMap<Storage, OperationCounts>();

/** The counts of a server; they grow. */
export function operationCounts(storage: Storage): OperationCounts {
  let counts = countsByStorage.get(storage);
  if (!counts) {
    counts = { insert: 0, query: 0, update: 0, delete: 0, getmore: 0, command: 0 };
    countsByStorage.set(storage, counts);
  }
  return counts;
}

/** A command that is counted, whether it succeeds or not. */
export function counted(name: string, run: Command): Command {
  const { kind, list } = KINDS[name] ?? { kind: 'command' };
  return (context) => {
    operationCounts(context.storage)[kind] += list === undefined ? 1 : countItems(context, list);
    return run(context);
  };
}

function countItems({ command, payloads }: CommandContext, list: string): number {
  const items = payloads.get(list) ?? command[list];
  return Array.isArray(items) ? items.length : 0;
}
