import { MongoAPIError, MongoError, MongoRuntimeError, MongoServerSelectionError } from 'mongodb';
import { AppError, asErrnoException } from '../../errors.js';

const AUTHENTICATION_FAILED = new Set([18, 8000]);
const UNAUTHORIZED = 13;
const URI_FORMAT =
  'mongodb://user:password@host:port/?option=value, with % escapes for special characters in user and password';

/** Cause and remedy by network error code. */
const NETWORK_ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; start the database, or correct MONGODB_URI',
  ENOTFOUND: 'there is no host of that name; correct MONGODB_URI',
  EAI_AGAIN: 'the name of the host cannot be looked up now; see to DNS',
  EHOSTUNREACH: 'no way leads there from this machine; see to the network',
  ENETUNREACH: 'no way leads there from this machine; see to the network',
  ETIMEDOUT: 'it does not answer; see to the network and to firewalls',
};

const NO_RESPONSE = 'it takes connections and does not answer; see to the database';

/**
 * Converts a connection error to a one-line error with a remedy and without the password. Returns other errors
 * unchanged.
 *
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
    return ['DATABASE_UNREACHABLE', `DNS knows no database of the name in MONGODB_URI (${message}); correct the name.`];
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
  const number = Number(error.code);
  if (AUTHENTICATION_FAILED.has(number)) {
    return [
      'DATABASE_UNREACHABLE',
      'The database refuses the user or the password of MONGODB_URI; correct them, or name their database in "authSource".',
    ];
  }
  if (number === UNAUTHORIZED) {
    const needed = 'give it the role readWrite on the database MONGODB_DB';
    return ['DATABASE_UNREACHABLE', `The user of MONGODB_URI may not do what is needed; ${needed} (${message}).`];
  }
  return ['DATABASE_UNREACHABLE', `The database cannot be used: ${message}`];
}

function describeSelectionError(error: MongoServerSelectionError): string {
  const servers = [...(error.reason?.servers.values() ?? [])];
  const failed = servers.find((server) => server.error);
  if (!failed?.error) {
    const silent = servers.find(({ type }) => type === 'Unknown');
    if (silent) return `The database does not answer: ${silent.address}: ${NO_RESPONSE}.`;
    const members = servers.map(({ address, type }) => `${address} ${type}`).join(', ');
    return `The database has no member that takes writes (${members}); see to the replica set.`;
  }
  return `The database does not answer: ${failed.address}: ${describeNetworkError(failed.error)}.`;
}

function describeNetworkError(error: Error): string {
  const causes = listCauses(error);
  const code = causes.map((each) => asErrnoException(each).code).find((each) => typeof each === 'string');
  if (code !== undefined && code in NETWORK_ERRORS) return NETWORK_ERRORS[code]!;
  const message = causes.at(-1)!.message;
  if (/cert|self.signed|issuer|altname/i.test(`${code} ${message}`)) {
    return `its certificate is not trusted (${message}); name the authority in "tlsCAFile", and the host as it is certified`;
  }
  if (/ssl|tls|EPROTO/i.test(`${code} ${message}`)) {
    return `it does not speak TLS as MONGODB_URI asks (${message}); correct "tls"`;
  }
  if (/timed out/.test(message)) return NO_RESPONSE;
  if (/closed|reset/i.test(`${code} ${message}`)) {
    return 'it ends every connection; see whether it is a MongoDB, and whether it asks for "tls=true"';
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
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}

function decodeOrReturn(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
