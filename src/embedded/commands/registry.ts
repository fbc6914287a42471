import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { aggregate } from './aggregate.js';
import type { Command } from './command.js';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections.js';
import { count, distinct } from './count.js';
import { endSessions, getMore, killCursors } from './cursors.js';
import { deleteCommand } from './delete.js';
import { explain } from './explain.js';
import { configureFailPoint } from './fail-point.js';
import { find } from './find.js';
import { findAndModify } from './find-and-modify.js';
import * as handshake from './handshake.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { counted } from './operation-counts.js';
import { collStats, dbStats, validate } from './statistics.js';
import { update } from './update.js';
import { withWriteConcern } from './write-result.js';

/** Every command, by the name a client calls it by. */
const COMMANDS = new Map<string, Command>(
  Object.entries<Command>({
    hello: handshake.hello,
    isMaster: handshake.isMaster,
    ismaster: handshake.isMaster,
    ping: handshake.ping,
    buildInfo: handshake.buildInfo,
    buildinfo: handshake.buildInfo,
    connectionStatus: handshake.connectionStatus,
    hostInfo: handshake.hostInfo,
    getParameter: handshake.getParameter,
    getCmdLineOpts: handshake.getCmdLineOpts,
    getLog: handshake.getLog,
    whatsmyuri: handshake.whatsmyuri,
    serverStatus: handshake.serverStatus,
    endSessions,
    refreshSessions: handshake.ping,
    killSessions: endSessions,
    listDatabases,
    listCollections,
    create: withWriteConcern(create),
    drop: withWriteConcern(drop),
    dropDatabase: withWriteConcern(dropDatabase),
    createIndexes: withWriteConcern(createIndexes),
    dropIndexes: withWriteConcern(dropIndexes),
    deleteIndexes: withWriteConcern(dropIndexes),
    listIndexes,
    insert,
    update,
    delete: deleteCommand,
    findAndModify,
    findandmodify: findAndModify,
    find,
    getMore,
    killCursors,
    count,
    distinct,
    aggregate,
    explain,
    collStats,
    collstats: collStats,
    dbStats,
    dbstats: dbStats,
    validate,
    configureFailPoint,
    listCommands: () => ({ commands: Object.fromEntries(commandNames().map((name) => [name, { help: '' }])) }),
  }).map(([name, run]) => [name, counted(name, run)]),
);

/** Commands about the whole server, which MongoDB answers on one database only. */
const ADMIN_ONLY = new Set([
  'configureFailPoint',
  'getCmdLineOpts',
  'getLog',
  'getParameter',
  'hostInfo',
  'listDatabases',
]);

/**
 * The command that a body calls: its first field.
 *
 * @throws CommandError CommandNotFound, Unauthorized  the latter on a database that it is not for
 */
export function findCommand(body: Doc): { name: string; run: Command } {
  const name = Object.keys(body)[0] ?? '';
  const run = COMMANDS.get(name);
  if (!run) throw new CommandError('CommandNotFound', `no such command: '${name}'`);
  if (body.$db !== 'admin' && ADMIN_ONLY.has(name))
    throw new CommandError('Unauthorized', `${name} may only be run against the admin database.`);
  return { name, run };
}

/** Names of the commands, for `listCommands` and the tests. */
function commandNames(): string[] {
  return [...COMMANDS.keys()];
}
