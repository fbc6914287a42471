import { createHmac, timingSafeEqual } from 'node:crypto';
import { pagePath } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { SecretStore } from '../store/secrets.js';

/** URL parameter with the expiry time of a preview link. Responses to URLs with a `signature` are not cached. */
const UNTIL_PARAMETER = 'until';
const SIGNATURE_PARAMETER = 'signature';

const SECRET_NAME = 'preview';
const VALID_HOURS = 24;
const HOUR_MS = 3_600_000;
/** Length of the truncated signature, in bytes. 192 of its 256 bits suffice against guessing. */
const SIGNATURE_BYTES = 24;

/** The entry whose draft a link shows. */
interface PreviewedEntry {
  kind: Pick<Kind, 'singular'>;
  slug: string;
}

/**
 * Returns the path of the preview page of an entry's newest state, such as `/preview/topic/osint?until=…&signature=…`.
 * For 24 hours, it grants access to that page in all languages, and to nothing else.
 */
export async function previewPath(
  { kind, slug }: PreviewedEntry,
  { secrets, now }: { secrets: SecretStore; now: Date },
): Promise<string> {
  const path = pagePath(kind, slug);
  const until = String(Math.ceil((now.getTime() + VALID_HOURS * HOUR_MS) / 1000));
  const signature = sign(await secrets.getSecret(SECRET_NAME), path, until).toString('base64url');
  return `/preview${path}?${new URLSearchParams({ [UNTIL_PARAMETER]: until, [SIGNATURE_PARAMETER]: signature })}`;
}

/** Checks a preview link. INVALID means a wrong or missing signature; it does not reveal whether an entry exists. */
export async function checkPreviewLink(
  { kind, slug }: PreviewedEntry,
  search: URLSearchParams,
  { secrets, now }: { secrets: SecretStore; now: Date },
): Promise<'VALID' | 'EXPIRED' | 'INVALID'> {
  const until = search.get(UNTIL_PARAMETER) ?? '';
  if (!/^\d{1,12}$/.test(until)) return 'INVALID';
  const givenSignature = Buffer.from(search.get(SIGNATURE_PARAMETER) ?? '', 'base64url');
  const expectedSignature = sign(await secrets.getSecret(SECRET_NAME), pagePath(kind, slug), until);
  if (givenSignature.length !== expectedSignature.length || !timingSafeEqual(givenSignature, expectedSignature))
    return 'INVALID';
  return Number(until) * 1000 > now.getTime() ? 'VALID' : 'EXPIRED';
}

function sign(secret: Buffer, path: string, until: string): Buffer {
  return createHmac('sha256', secret).update(`${path}\n${until}`).digest().subarray(0, SIGNATURE_BYTES);
}
