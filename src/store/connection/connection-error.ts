import { MongoAPIError, MongoError, MongoRuntimeError, MongoServerSelectionError } from 'mongodb';
import { AppError, asErrnoException } from '../../errors.js';

const AUTHENTICATION_FAILED_CODES = new Set([18, 8000]);
const UNAUTHORIZED_CODE = 13;
const URI_FORMAT =
  'mongodb://user:password@host:port/?option=value, with % escapes for special characters in user and password';

/** Causes and remedies of network errors, keyed by error code. */
const NETWORK_ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused; start the database, or correct MONGODB_URI',
  ENOTFOUND: 'unknown host; correct MONGODB_URI',
  EAI_AGAIN: 'the host name cannot be resolved now; check DNS',
  EHOSTUNREACH: 'no route from this machine; check the network',
  ENETUNREACH: 'no route from this machine; check the network',
  ETIMEDOUT: 'no response; check the network and firewalls',
};

const NO_RESPONSE_TEXT = 'it accepts connections but does not respond; check the database';

/**
 * Converts a connection error to one line with a remedy and without the password. Returns other errors unchanged.
 * @returns an AppError USAGE for an invalid connection string, else DATABASE_UNREACHABLE
 */
export function toConnectionError(error: unknown, uri: string): unknown {
  const description = describeConnectionError(error);
  if (description === null) return error;
  const [code, message] = description;
  return new AppError(code, maskSecrets(message.replace(/\s+/g, ' '), uri), {}, { cause: error });
}

type ErrorDescription = ['USAGE' | 'DATABASE_UNREACHABLE', string];

function describeConnectionError(error: unknown): ErrorDescription | null {
  const { name, syscall, code, path, message } = error as NodeJS.ErrnoException;
  if (syscall?.startsWith('query')) {
    return [
      'DATABASE_UNREACHABLE',
      `DNS has no record for the host name in MONGODB_URI (${message}); correct the name.`,
    ];
  }
  if (syscall === 'open') {
    return ['USAGE', `The file "${path}" that MONGODB_URI names cannot be read (${code}); correct its path.`];
  }
  // The connection string parser of the driver has its own error class.
  if (error instanceof MongoAPIError || error instanceof MongoRuntimeError || name === 'MongoParseError') {
    return ['USAGE', `MONGODB_URI cannot be used: ${message.replace(/\.$/, '')}. Write ${URI_FORMAT}.`];
  }
  if (!(error instanceof MongoError)) return null;
  if (error instanceof MongoServerSelectionError) return ['DATABASE_UNREACHABLE', describeSelectionError(error)];
  const serverCode = Number(error.code);
  if (AUTHENTICATION_FAILED_CODES.has(serverCode)) {
    return [
      'DATABASE_UNREACHABLE',
      'The database rejected the user or the password of MONGODB_URI; correct them, or set their database with "authSource".',
    ];
  }
  if (serverCode === UNAUTHORIZED_CODE) {
    const advice = 'grant it the role readWrite on the database MONGODB_DB';
    return ['DATABASE_UNREACHABLE', `The user of MONGODB_URI lacks a permission; ${advice} (${message}).`];
  }
  return ['DATABASE_UNREACHABLE', `The database cannot be used: ${message}`];
}

function describeSelectionError(error: MongoServerSelectionError): string {
  const servers = [...(error.reason?.servers.values() ?? [])];
  const failedServer = servers.find((server) => server.error);
  if (!failedServer?.error) {
    const silentServer = servers.find(({ type }) => type === 'Unknown');
    if (silentServer) return `The database does not respond: ${silentServer.address}: ${NO_RESPONSE_TEXT}.`;
    const memberList = servers.map(({ address, type }) => `${address} ${type}`).join(', ');
    return `The replica set has no primary (${memberList}); check the replica set.`;
  }
  return `The database does not respond: ${failedServer.address}: ${describeNetworkError(failedServer.error)}.`;
}

function describeNetworkError(error: Error): string {
  const causes = listCauses(error);
  const code = causes.map((each) => asErrnoException(each).code).find((cause) => typeof cause === 'string');
  if (code !== undefined && code in NETWORK_ERRORS) return NETWORK_ERRORS[code]!;
  const message = causes.at(-1)!.message;
  if (/cert|self.signed|issuer|altname/i.test(`${code} ${message}`)) {
    return `its certificate is not trusted (${message}); set "tlsCAFile" to the authority, and use the host name of the certificate`;
  }
  if (/ssl|tls|EPROTO/i.test(`${code} ${message}`)) {
    return `TLS failed (${message}); correct "tls" in MONGODB_URI`;
  }
  if (/timed out/.test(message)) return NO_RESPONSE_TEXT;
  if (/closed|reset/i.test(`${code} ${message}`)) {
    return 'it closes every connection; check whether it is MongoDB, and whether it requires "tls=true"';
  }
  return message;
}

function listCauses(error: Error): Error[] {
  const causes = [error];
  for (let cause = error.cause; cause !== undefined && cause !== null; cause = (cause as Error).cause) {
    causes.push(cause as Error);
  }
  return causes;
}

/** Masks the user info and the password of a connection string in a text. */
function maskSecrets(text: string, uri: string): string {
  const userinfo = /^[^:]+:\/\/(.*)@/s.exec(uri)?.[1] ?? '';
  const password = userinfo.slice(userinfo.indexOf(':') + 1);
  const secrets = [userinfo, password]
    .flatMap((secret) => [secret, decodeOrReturn(secret)])
    .filter((secret) => secret !== '');
  return secrets.reduce((maskedText, secret) => maskedText.replaceAll(secret, '***'), text);
}

function decodeOrReturn(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
