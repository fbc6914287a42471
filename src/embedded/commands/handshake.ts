import os from 'node:os';
import { Long, ObjectId } from 'bson';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { MAX_MESSAGE_BYTES } from '../wire/message.js';
import type { Command, CommandContext } from './command.js';
import { operationCounts } from './operation-counts.js';

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
    ...describeMember(address),
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

/** The replica set, as its only member tells of it. */
function describeMember(address: string): object {
  return {
    hosts: [address],
    setName: 'embedded',
    setVersion: 1,
    secondary: false,
    primary: address,
    me: address,
    electionId,
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

/** The parameters that clients ask for. */
const PARAMETERS: Readonly<Record<string, unknown>> = {
  featureCompatibilityVersion: { version: '7.0' },
  authenticationMechanisms: [],
};

/** `getParameter`: the few that there are. @throws CommandError InvalidOptions  none of those asked for is among them */
export const getParameter: Command = ({ command }) => {
  const { getParameter: asked } = command;
  if (asked === '*' || (isDoc(asked) && asked.allParameters === true)) return { ...PARAMETERS };
  const found = Object.entries(PARAMETERS).filter(([name]) => command[name] !== undefined);
  if (found.length === 0) throw new CommandError('InvalidOptions', 'no option found to get');
  return Object.fromEntries(found);
};

export const whatsmyuri: Command = () => ({ you: '127.0.0.1:0' });

export const getLog: Command = ({ command }) =>
  command.getLog === '*' ? { names: ['global', 'startupWarnings'] } : { totalLinesWritten: 0, log: [] };

export const getCmdLineOpts: Command = () => ({ argv: ['embedded'], parsed: {} });

/** `serverStatus`: what is known. Bytes sent and received are not counted. */
export const serverStatus: Command = ({ storage, cursors, address }) => ({
  host: 'localhost',
  version: VERSION,
  process: 'embedded',
  pid: Long.fromNumber(process.pid),
  uptime: process.uptime(),
  uptimeMillis: Long.fromNumber(Math.round(process.uptime() * 1000)),
  uptimeEstimate: Long.fromNumber(Math.round(process.uptime())),
  localTime: new Date(),
  connections: { current: openSockets() },
  mem: { bits: 64, resident: Math.round(process.memoryUsage.rss() / 2 ** 20), supported: true },
  metrics: { cursor: { open: { total: Long.fromNumber(cursors.size) } } },
  opcounters: Object.fromEntries(
    Object.entries(operationCounts(storage)).map(([kind, count]) => [kind, Long.fromNumber(count)]),
  ),
  repl: { ...describeMember(address), isWritablePrimary: true },
  catalogStats: { collections: storage.catalogue.all().length },
  storageEngine: { name: 'lmdb', persistent: true },
});

/** The database has its thread to itself, so whatever socket is open in it is a client's. */
function openSockets(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap' || kind === 'PipeWrap').length;
}
