import { randomBytes } from 'node:crypto';
import { AppError } from '../errors.js';
import { tokenDigest } from '../http/authentication.js';
import { formatDay, isDay } from '../model/iso-date.js';
import type { Role } from '../model/model.js';
import type { StoredToken, TokenStore } from '../store/tokens.js';
import { parseAuthor } from './resolve-author.js';
import { parseAction } from './parse-action.js';
import { defineCommand, EXIT_CODES, jsonFlag } from './command.js';
import { openDatabase } from '../open-database.js';
import { printJson, type Terminal } from './terminal.js';

const ACTIONS = ['create', 'list', 'revoke'] as const;
/** Roles that a token can have. Readers need no token. */
const ROLES: Readonly<Record<string, Role>> = { editor: 'EDITOR', admin: 'ADMIN' };
const TOKEN_BYTES = 32;
const DAY_MS = 86_400_000;

export const tokenCommand = defineCommand({
  name: 'token',
  description: 'Create, list and revoke access tokens for editors.',
  examples: [
    'token create --name=Ana',
    'token create --name=Ana --role=admin --days=30',
    'token list',
    'token revoke 1a2b3c4d',
  ],
  args: {
    action: { type: 'positional', required: true, description: 'create, list or revoke.' },
    id: { type: 'positional', description: 'With revoke: id of the token, as printed by list.' },
    name: { type: 'string', description: 'With create: name of the holder, recorded in the history of their changes.' },
    role: { type: 'string', description: 'With create: editor or admin (default: editor).' },
    days: { type: 'string', description: 'With create: number of days until the token expires (default: never).' },
    expires: { type: 'string', description: 'With create: last day of validity, as YYYY-MM-DD.' },
    json: jsonFlag,
  },
  async run({ args, config, terminal }) {
    const action = parseAction(args.action, ACTIONS);
    // Invalid arguments are rejected before the database is opened.
    const newTokenData = action === 'create' ? newToken(args) : null;
    if (action === 'revoke' && !args.id) throw new AppError('USAGE', 'Name the token: npx signpost token revoke <id>');
    await using database = await openDatabase(config, action === 'list' ? { readOnly: 'AS_IS' } : {});
    const { tokens } = database.store;
    if (newTokenData) return await create(tokens, newTokenData, terminal, args.json);
    if (action === 'list') return await list(tokens, terminal, args.json);
    return await revoke(tokens, args.id!, terminal, args.json);
  },
});

interface Requested {
  name?: string;
  role?: string;
  days?: string;
  expires?: string;
}

interface NewToken {
  stored: StoredToken;
  /** The token itself. It is shown once, and not stored. */
  secret: string;
}

function newToken({ name = '', role = 'editor', days, expires }: Requested): NewToken {
  const trimmed = parseAuthor(name, '--name');
  const tokenRole = Object.hasOwn(ROLES, role.toLowerCase()) ? ROLES[role.toLowerCase()] : undefined;
  if (!tokenRole) throw new AppError('USAGE', `"${role}" is not a role with tokens. Use editor or admin.`);
  const secret = randomBytes(TOKEN_BYTES).toString('base64url');
  const createdAt = new Date();
  const expiresAt = computeExpiry(createdAt, days, expires);
  const id = randomBytes(4).toString('hex');
  const digest = tokenDigest(secret);
  return { secret, stored: { id, name: trimmed, role: tokenRole, digest, createdAt, expiresAt, revokedAt: null } };
}

/** Returns the expiry of a token, from a number of days or a date; null if it never expires. */
function computeExpiry(createdAt: Date, days: string | undefined, expires: string | undefined): Date | null {
  if (days !== undefined && expires !== undefined) throw new AppError('USAGE', 'Give either --days or --expires.');
  if (days !== undefined) {
    const dayCount = Number(days);
    if (Number.isInteger(dayCount) && dayCount >= 1 && dayCount <= 3650) {
      return new Date(createdAt.getTime() + dayCount * DAY_MS);
    }
    throw new AppError('USAGE', `"${days}" is not a number of days. Use one from 1 to 3650.`);
  }
  if (expires === undefined) return null;
  const end = new Date(Date.parse(`${expires}T00:00:00Z`) + DAY_MS);
  if (isDay(expires) && end > createdAt) return end;
  throw new AppError('USAGE', `"${expires}" is not a future date. Write it as 2027-01-31.`);
}

async function create(tokens: TokenStore, { stored, secret }: NewToken, terminal: Terminal, asJson?: boolean) {
  await tokens.add(stored);
  const { id, name, role, expiresAt } = stored;
  if (asJson) printJson(terminal, { id, name, role, expiresAt, token: secret });
  else {
    terminal.err(`Token ${id} for ${name}, ${role}, ${expiryText(stored)}. It is shown only once:`);
    terminal.out(secret);
  }
  return EXIT_CODES.done;
}

async function list(tokens: TokenStore, terminal: Terminal, asJson?: boolean) {
  const storedTokens = await tokens.all();
  if (asJson) printJson(terminal, { tokens: storedTokens.map(({ digest: _, ...listed }) => listed) });
  else if (storedTokens.length === 0) terminal.out('There are no tokens: everyone can read, and no one can edit.');
  for (const stored of asJson ? [] : storedTokens) {
    const state = stored.revokedAt ? `revoked on ${formatDay(stored.revokedAt)}` : expiryText(stored);
    terminal.out(
      `${stored.id}  ${stored.role.padEnd(6)}  made on ${formatDay(stored.createdAt)}, ${state}  ${stored.name}`,
    );
  }
  return EXIT_CODES.done;
}

async function revoke(tokens: TokenStore, id: string, terminal: Terminal, asJson?: boolean) {
  if (!(await tokens.revoke(id, new Date()))) {
    throw new AppError('NOT_FOUND', `There is no valid token "${id}"; run "npx signpost token list" to list them.`);
  }
  if (asJson) printJson(terminal, { revoked: id });
  else terminal.out(`Token ${id} is revoked.`);
  return EXIT_CODES.done;
}

function expiryText({ expiresAt }: StoredToken): string {
  if (!expiresAt) return 'does not expire';
  return expiresAt.getTime() <= Date.now()
    ? `expired on ${formatDay(expiresAt)}`
    : `expires on ${formatDay(expiresAt)}`;
}
