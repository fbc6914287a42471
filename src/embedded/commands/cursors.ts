import { Long } from 'bson';
import { typeName, type Value } from '../bson/values.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';
import { type CommandContext, type CommandHandler, readCountField } from './command.js';
import { removeSession, sessionKey } from './retryable-write.js';

const wrongTypeError = (field: string, value: Value, expected: string) =>
  new CommandError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
  );

/** Reads the id of a cursor. Drivers also send ids as int32 or double. */
function readCursorId(field: string, value: Value): Long {
  if (!isNumeric(value)) throw wrongTypeError(field, value, 'long');
  return value instanceof Long ? value : Long.fromNumber(toDouble(value));
}

/** Returns the namespace of a cursor. Results of commands have virtual collections, such as `$cmd.listCollections`. */
function readCursorNamespace({ command, db }: CommandContext): string {
  const name = command.collection;
  if (name === undefined || name === null) {
    throw new CommandError('Location40414', "BSON field 'getMore.collection' is missing but a required field");
  }
  if (typeof name !== 'string') throw wrongTypeError('getMore.collection', name, 'string');
  if (name === '') throw new CommandError('InvalidNamespace', `Invalid namespace specified '${db}.'`);
  return `${db}.${name}`;
}

export const getMore: CommandHandler = (context) => {
  const { command, cursors, yieldTimer } = context;
  return cursors.next(
    readCursorId('getMore.getMore', command.getMore!),
    readCursorNamespace(context),
    readCountField(command, 'batchSize'),
    yieldTimer,
  );
};

export const killCursors: CommandHandler = ({ command, cursors }) => {
  if (!Array.isArray(command.cursors))
    throw new CommandError('TypeMismatch', "BSON field 'killCursors.cursors' is the wrong type, expected type 'array'");
  const killedIds: Long[] = [];
  const missingIds: Long[] = [];
  for (const value of command.cursors) {
    const id = readCursorId('killCursors.cursors', value);
    (cursors.kill(id) ? killedIds : missingIds).push(id);
  }
  return { cursorsKilled: killedIds, cursorsNotFound: missingIds, cursorsAlive: [], cursorsUnknown: [] };
};

/** `endSessions`: removes the sessions' results of retryable writes. Their cursors stay open until they are idle. */
export const endSessions: CommandHandler = async ({ command, storage }) => {
  const endedSessions = Array.isArray(command.endSessions) ? command.endSessions : [];
  const keys = endedSessions.map((lsid) => sessionKey(lsid)).filter((key) => key !== undefined);
  const existingKeys = keys.filter((key) => storage.environment.sessions.doesExist(key));
  if (existingKeys.length > 0) {
    await storage.commit.run(() => {
      for (const key of existingKeys) removeSession(storage.environment.sessions, key);
    });
  }
  return {};
};
