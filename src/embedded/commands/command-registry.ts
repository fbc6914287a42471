import type { Doc } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { aggregate } from './aggregate.js';
import type { CommandHandler } from './command.js';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections.js';
import { count } from './count.js';
import { endSessions, getMore, killCursors } from './cursors.js';
import { deleteCommand } from './delete.js';
import { explain } from './explain.js';
import { find } from './find.js';
import * as handshake from './handshake.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { update } from './update.js';
import { validate } from './validate.js';

const COMMANDS = new Map<string, CommandHandler>(
  Object.entries<CommandHandler>({
    hello: handshake.hello,
    isMaster: handshake.isMaster,
    ismaster: handshake.isMaster,
    ping: handshake.ping,
    buildInfo: handshake.buildInfo,
    endSessions,
    listDatabases,
    listCollections,
    create,
    drop,
    dropDatabase,
    createIndexes,
    dropIndexes,
    listIndexes,
    insert,
    update,
    delete: deleteCommand,
    find,
    getMore,
    killCursors,
    count,
    aggregate,
    explain,
    validate,
  }),
);

/** Returns the command that the first field of a message names. @throws CommandError CommandNotFound, Unauthorized */
export function findCommand(body: Doc): { name: string; run: CommandHandler } {
  const name = Object.keys(body)[0] ?? '';
  const run = COMMANDS.get(name);
  if (!run) throw new CommandError('CommandNotFound', unsupportedMessage(`no such command: '${name}'`));
  if (body.$db !== 'admin' && name === 'listDatabases')
    throw new CommandError('Unauthorized', `${name} may only be run against the admin database.`);
  return { name, run };
}
