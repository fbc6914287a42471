import { Long } from 'bson';
import type { Value } from '../bson/values.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';
import type { Command, CommandContext } from './command.js';
import { countField } from './command.js';
import { sessionKey } from './retryable-write.js';

function cursorId(value: Value | undefined): Long {
  if (!isNumeric(value))
    throw new CommandError('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  return value instanceof Long ? value : Long.fromNumber(toDouble(value));
}

/** The collection of a cursor, which may be a made-up one such as `$cmd.listCollections`. */
function cursorCollection({ command, db }: CommandContext, field: string): string {
  const name = command[field];
  if (typeof name !== 'string' || name === '')
    throw new CommandError('InvalidNamespace', 'collection name has invalid type');
  return `${db}.${name}`;
}

export const getMore: Command = (context) => {
  const { command, cursors, pacer } = context;
  return cursors.more(
    cursorId(command.getMore),
    cursorCollection(context, 'collection'),
    countField(command, 'batchSize'),
    pacer,
  );
};

export const killCursors: Command = ({ command, cursors }) => {
  if (!Array.isArray(command.cursors))
    throw new CommandError('TypeMismatch', "BSON field 'killCursors.cursors' is the wrong type, expected type 'array'");
  const killed: Long[] = [];
  const missing: Long[] = [];
  for (const value of command.cursors) {
    const id = cursorId(value);
    (cursors.kill(id) ? killed : missing).push(id);
  }
  return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] };
};

/** `endSessions`: closes their cursors and forgets their retryable writes. */
export const endSessions: Command = async ({ command, cursors, storage }) => {
  const ended = Array.isArray(command.endSessions) ? command.endSessions : [];
  const keys = ended.map((lsid) => sessionKey(lsid)).filter((key) => key !== undefined);
  for (const key of keys) cursors.killSession(key.toString('hex'));
  const kept = keys.filter((key) => storage.environment.sessions.doesExist(key));
  if (kept.length > 0) {
    await storage.commit.run(() => {
      for (const key of kept) void storage.environment.sessions.remove(key);
    });
  }
  return {};
};
