import os from 'node:os';
import { Long, ObjectId } from 'bson';
import { isNumeric } from '../bson/numbers.js';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import { MAX_MESSAGE_BYTES } from '../wire/message.js';
import type { Command, CommandContext } from './command.js';

/** The MongoDB version whose behaviour is answered for. */
export const VERSION = '7.0.0';
const VERSION_ARRAY = [7, 0, 0, 0];
/** MongoDB 7.0. */
const MAX_WIRE_VERSION = 21;

const electionId = new ObjectId('7fffffff0000000000000001');

/** `hello`: a replica set of one, whose primary this is. */
export const hello: Command = (context) => helloReply(context, { isWritablePrimary: true });

/** `isMaster`, as it was called before. */
export const isMaster: Command = (context) => helloReply(context, { ismaster: true, helloOk: true });

function helloReply({ address, connection }: CommandContext, primary: object): object {
  return {
    ...primary,
    topologyVersion: undefined,
    hosts: [address],
    setName: 'embedded',
    setVersion: 1,
    secondary: false,
    primary: address,
    me: address,
    electionId,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: connection.id,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
  };
}

export const ping: Command = () => ({});

export const buildInfo: Command = () => ({
  version: VERSION,
  gitVersion: 'embedded',
  modules: ['embedded'],
  allocator: 'system',
  javascriptEngine: 'none',
  sysInfo: 'deprecated',
  versionArray: VERSION_ARRAY,
  openssl: { running: 'none' },
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  storageEngines: ['lmdb'],
});

export const connectionStatus: Command = () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] },
});

export const hostInfo: Command = () => ({
  system: {
    currentTime: new Date(),
    hostname: 'localhost',
    cpuAddrSize: 64,
    memSizeMB: Math.round(os.totalmem() / 2 ** 20),
    numCores: os.availableParallelism(),
    cpuArch: os.arch(),
  },
  os: { type: os.type(), name: os.platform(), version: os.release() },
  extra: {},
});

/** `getParameter`: the few that clients ask for. */
export const getParameter: Command = ({ command }) => {
  const known: Record<string, unknown> = {
    featureCompatibilityVersion: { version: '7.0' },
    authenticationMechanisms: [],
  };
  if (
    command.getParameter === '*' ||
    (typeof command.getParameter === 'object' && command.getParameter !== null && !isNumeric(command.getParameter))
  )
    return known;
  const asked = Object.keys(command).filter((name) => Object.hasOwn(known, name));
  return Object.fromEntries(asked.map((name) => [name, known[name]]));
};

export const whatsmyuri: Command = () => ({ you: '127.0.0.1:0' });

export const getLog: Command = ({ command }) =>
  command.getLog === '*' ? { names: ['global', 'startupWarnings'] } : { totalLinesWritten: 0, log: [] };

export const getCmdLineOpts: Command = () => ({ argv: ['embedded'], parsed: {} });

export const serverStatus: Command = ({ storage, cursors }) => ({
  host: 'localhost',
  version: VERSION,
  process: 'embedded',
  pid: Long.fromNumber(process.pid),
  uptime: process.uptime(),
  uptimeMillis: Long.fromNumber(Math.round(process.uptime() * 1000)),
  localTime: new Date(),
  mem: { bits: 64, resident: Math.round(process.memoryUsage.rss() / 2 ** 20) },
  metrics: { cursor: { open: { total: Long.fromNumber(cursors.size) } } },
  catalogStats: { collections: storage.catalogue.all().length },
  storageEngine: { name: 'lmdb', persistent: true },
});
