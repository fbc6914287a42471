import { decodeDocument, documentEnd } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_COMPRESSED = 2012;
const OP_MSG = 2013;

const MORE_TO_COME_FLAG = 2;

/** Maximum size of a message, in bytes; the limit of MongoDB. */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

export interface WireRequest {
  requestId: number;
  /** Command document, without the documents of payload sections. */
  command: Doc;
  /** Encoded documents of the sections of kind 1 of OP_MSG, by field name such as `documents`. */
  payloads: Map<string, Buffer[]>;
  /** Whether the client expects no reply. */
  noReply: boolean;
  /** Whether it is a legacy handshake (OP_QUERY), which needs a reply in the same format. */
  legacy: boolean;
}

/** Error for a malformed message. The connection is closed. */
export class ProtocolError extends Error {}

export function parseMessage(bytes: Buffer): WireRequest {
  const requestId = bytes.readInt32LE(4);
  const opcode = bytes.readInt32LE(12);
  if (opcode === OP_MSG) return parseOpMsg(bytes, requestId);
  if (opcode === OP_QUERY) return parseOpQuery(bytes, requestId);
  if (opcode === OP_COMPRESSED) throw new ProtocolError('compression was not agreed on');
  throw new ProtocolError(`opcode ${opcode} is not supported`);
}

function parseOpMsg(bytes: Buffer, requestId: number): WireRequest {
  if (bytes.length < HEADER_BYTES + 10) throw new ProtocolError('a message is truncated');
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if (flags & 0xffff & ~MORE_TO_COME_FLAG)
    throw new ProtocolError('a required flag is unknown, or there is a checksum');
  const end = bytes.length;
  const payloads = new Map<string, Buffer[]>();
  let command: Doc | undefined;
  let offset = HEADER_BYTES + 4;
  while (offset < end) {
    const kind = bytes[offset++];
    if (kind === 0) {
      if (command) throw new ProtocolError('a message has two bodies');
      const next = documentEnd(bytes, offset, end);
      command = decodeDocument(bytes.subarray(offset, next));
      offset = next;
    } else if (kind === 1) {
      offset = parsePayload(bytes, offset, end, payloads);
    } else {
      throw new ProtocolError(`section kind ${kind} is unknown`);
    }
  }
  if (!command) throw new ProtocolError('a message has no body');
  return { requestId, command, payloads, noReply: (flags & MORE_TO_COME_FLAG) !== 0, legacy: false };
}

function parsePayload(bytes: Buffer, start: number, limit: number, payloads: Map<string, Buffer[]>): number {
  if (start + 4 > limit) throw new ProtocolError('a section is truncated');
  const end = start + bytes.readInt32LE(start);
  const nameEnd = bytes.indexOf(0, start + 4);
  if (end > limit || nameEnd < 0 || nameEnd >= end) throw new ProtocolError('the length of a section is wrong');
  const name = bytes.toString('utf8', start + 4, nameEnd);
  if (payloads.has(name)) throw new ProtocolError('two sections have one name');
  const documents: Buffer[] = [];
  let offset = nameEnd + 1;
  while (offset < end) {
    const next = documentEnd(bytes, offset, end);
    documents.push(bytes.subarray(offset, next));
    offset = next;
  }
  payloads.set(name, documents);
  return end;
}

function parseOpQuery(bytes: Buffer, requestId: number): WireRequest {
  const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0 || nameEnd + 9 > bytes.length) throw new ProtocolError('a query is truncated');
  const namespace = bytes.toString('utf8', HEADER_BYTES + 4, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is for the handshake only');
  const start = nameEnd + 9;
  const end = documentEnd(bytes, start, bytes.length);
  const command = decodeDocument(bytes.subarray(start, end));
  command['$db'] ??= namespace.slice(0, -'.$cmd'.length);
  return { requestId, command, payloads: new Map(), noReply: false, legacy: true };
}

let lastReplyId = 0;

/** Encodes the reply to a request. */
export function encodeReply(request: Pick<WireRequest, 'requestId' | 'legacy'>, reply: object): Buffer {
  const leadBytes = request.legacy ? HEADER_BYTES + 20 : HEADER_BYTES + 5;
  const message = encodeDocument(reply, leadBytes);
  message.fill(0, 0, leadBytes);
  message.writeInt32LE(message.length, 0);
  lastReplyId = (lastReplyId + 1) | 0;
  message.writeInt32LE(lastReplyId, 4);
  message.writeInt32LE(request.requestId, 8);
  message.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) {
    message.writeInt32LE(8, HEADER_BYTES); // the reply flag AwaitCapable, which all MongoDB servers set
    message.writeInt32LE(1, HEADER_BYTES + 16);
  }
  return message;
}
