import { ObjectId } from 'bson';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import { MAX_MESSAGE_BYTES } from '../wire/message.js';
import type { CommandHandler, CommandContext } from './command.js';

/** Emulated MongoDB version. */
const MONGODB_VERSION = '7.0.0';
const VERSION_ARRAY = [7, 0, 0, 0];
/** Wire protocol version of MongoDB 7.0. */
const MAX_WIRE_VERSION = 21;

const electionId = new ObjectId('7fffffff0000000000000001');

export const hello: CommandHandler = (context) => helloReply(context, { isWritablePrimary: true });

/** `isMaster`: the legacy form of `hello`. */
export const isMaster: CommandHandler = (context) => helloReply(context, { ismaster: true, helloOk: true });

function helloReply({ connection: { address, id } }: CommandContext, primaryFields: object): object {
  return {
    ...primaryFields,
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
    connectionId: id,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
  };
}

export const ping: CommandHandler = () => ({});

export const buildInfo: CommandHandler = () => ({
  version: MONGODB_VERSION,
  gitVersion: 'embedded',
  versionArray: VERSION_ARRAY,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
});
