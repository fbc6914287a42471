import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, relative, sep } from 'node:path';
import { AppError } from './errors.js';
import { FORMER_ENVIRONMENT_VARIABLES, formerNameWarning } from './former-names.js';
import { suggestionTip } from './model/closest-match.js';
import { PACKAGE_ROOT } from './package-info.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

type LogLevel = (typeof LOG_LEVELS)[number];

/** Proxies to trust: false for none, the number of chained proxies, or their addresses and networks. */
export type TrustProxy = false | number | readonly string[];

const DEFAULT_CACHE_MB = 96;
const MAX_CACHE_MB = 65_536;

const METRICS_ACCESS = ['public', 'loopback', 'off'] as const;

/** Clients that may read the metrics: all, those on this machine without a proxy, or none. */
export type MetricsAccess = (typeof METRICS_ACCESS)[number];

/** Configuration from the environment. */
export interface Config {
  /** Port to listen on; 0 for any free port. */
  port: number;
  host: string;
  /** URI of a MongoDB; null for the embedded database. */
  mongodbUri: string | null;
  mongodbDatabase: string;
  /** Folder of the embedded database. */
  dataDir: string;
  /** The content folder; several with commas, as in `seed,private`. */
  seedDir: string;
  logLevel: LogLevel;
  corsOrigins: '*' | readonly string[];
  /** Proxies whose forwarding headers are trusted. */
  trustProxy: TrustProxy;
  /** Public URL, such as `https://signpost.example.org`; null if unset. */
  publicUrl: string | null;
  /** Permitted host names in lower case; used if there is no public URL. */
  allowedHosts: readonly string[];
  metrics: MetricsAccess;
  /** Size of the cache for responses, entries and figures, in MB; 0 turns it off. */
  cacheMb: number;
  /** Path of Chromium; null to search for it. */
  chromiumPath: string | null;
  /** Folder of the SDL, which is part of the program. */
  schemaDir: string;
}

/**
 * Parses the environment. An empty variable counts as unset. Calls `warn` for each former name of a variable.
 * @throws AppError USAGE, naming all invalid variables
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  warn: (warning: string) => void = () => {},
): Readonly<Config> {
  const problems: string[] = [];
  const read = (name: string) => environment[name]?.trim() || null;
  const formerVariables = Object.entries(FORMER_ENVIRONMENT_VARIABLES).filter(([former]) => read(former) !== null);
  for (const [former, current] of formerVariables) warn(formerNameWarning(former, current));
  const formerValues = new Map(formerVariables.map(([former, current]) => [current, read(former)]));
  const value = (name: string) => read(name) ?? formerValues.get(name) ?? null;
  const report = (name: string, hint: string) => problems.push(`${name} is "${value(name)}"; ${hint}`);

  const port = Number(value('PORT') ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) report('PORT', 'use a number from 0 to 65535');

  const mongodbUri = value('MONGODB_URI');
  if (mongodbUri !== null && !/^mongodb(\+srv)?:\/\/[^/]/.test(mongodbUri)) {
    // The URI may contain a password, so it is not quoted.
    problems.push('MONGODB_URI is not a MongoDB address. Use mongodb://host:port or mongodb+srv://host');
  }

  const mongodbDatabase = value('MONGODB_DB') ?? 'signpost';
  if (!/^[A-Za-z0-9_-]{1,63}$/.test(mongodbDatabase)) {
    report('MONGODB_DB', 'use at most 63 letters, digits, hyphens and underscores');
  }

  const logLevel = (value('LOG_LEVEL') ?? 'info') as LogLevel;
  if (!LOG_LEVELS.includes(logLevel)) {
    report('LOG_LEVEL', suggestionTip(logLevel, LOG_LEVELS, `use one of ${LOG_LEVELS.join(', ')}`));
  }

  const origins = (value('CORS_ORIGINS') ?? '*').split(/[\s,]+/).filter((origin) => origin !== '');
  for (const origin of origins.filter((origin) => origin !== '*' && !isOrigin(origin))) {
    problems.push(
      `CORS_ORIGINS contains "${origin}"; use origins such as https://example.org, separated by commas, or *`,
    );
  }

  const trustProxy = parseTrustProxy(value('TRUST_PROXY') ?? 'off');
  if (trustProxy === null) {
    report('TRUST_PROXY', 'use off, the number of proxies, or their addresses such as 10.0.0.0/8, separated by commas');
  }

  const publicUrl = value('PUBLIC_URL')?.replace(/\/$/, '') ?? null;
  if (publicUrl !== null && !(isOrigin(publicUrl) && /^https?:/.test(publicUrl))) {
    report('PUBLIC_URL', 'use the public address of the server, such as https://signpost.example.org, without a path');
  }

  const allowedHosts = (value('ALLOWED_HOSTS') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  for (const name of allowedHosts.filter((host) => !HOST_NAME.test(host))) {
    problems.push(`ALLOWED_HOSTS contains "${name}"; use host names such as signpost.example.org, separated by commas`);
  }

  const metrics = (value('METRICS') ?? 'loopback') as MetricsAccess;
  if (!METRICS_ACCESS.includes(metrics)) report('METRICS', `use one of ${METRICS_ACCESS.join(', ')}`);

  const cacheMb = Number(value('CACHE_MB') ?? DEFAULT_CACHE_MB);
  if (!Number.isInteger(cacheMb) || cacheMb < 0 || cacheMb > MAX_CACHE_MB) {
    report('CACHE_MB', `use a whole number of megabytes from 0 (no cache) to ${MAX_CACHE_MB}`);
  }

  if (problems.length > 0) throw new AppError('USAGE', problems.join('\n'));
  return Object.freeze({
    port,
    host: value('HOST') ?? '127.0.0.1',
    mongodbUri,
    mongodbDatabase,
    dataDir: value('DATA_DIR') ?? projectFolder('.data'),
    seedDir: value('CONTENT_DIR') ?? projectFolder('seed'),
    logLevel,
    corsOrigins: origins.includes('*') ? '*' : Object.freeze(origins),
    trustProxy: trustProxy ?? false,
    publicUrl,
    allowedHosts: Object.freeze(allowedHosts),
    metrics,
    cacheMb,
    chromiumPath: value('CHROMIUM_PATH'),
    schemaDir: join(PACKAGE_ROOT, 'schema'),
  });
}

/** Whether npm or npx started this process, which then runs in a shell. */
export function isStartedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** Returns the path of a project folder, relative to the current folder, which may be inside the project. */
function projectFolder(name: string): string {
  const pathToRoot = relative(process.cwd(), PACKAGE_ROOT);
  const isInside = pathToRoot !== '' && pathToRoot.split(sep).every((step) => step === '..');
  return isInside && !existsSync(name) ? join(pathToRoot, name) : name;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

const HOST_NAME = /^(?:[a-z\d-]+\.)*[a-z\d-]+(?::\d{1,5})?$/;
const MAX_PROXIES = 10;

/** Parses the setting for trusted proxies; null if invalid. */
function parseTrustProxy(text: string): TrustProxy | null {
  if (text === 'off') return false;
  if (/^\d+$/.test(text)) return Number(text) <= MAX_PROXIES ? Number(text) || false : null;
  const addresses = text.split(/[\s,]+/).filter((address) => address !== '');
  return addresses.length > 0 && addresses.every(isNetwork) ? Object.freeze(addresses) : null;
}

/** Whether a text is an IP address, or a network such as 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
