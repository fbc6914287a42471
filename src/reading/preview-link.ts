import { createHmac, timingSafeEqual } from 'node:crypto';
import { pagePath } from '../model/entry-key.js';
import type { Kind } from '../model/model.js';
import type { Secrets } from '../store/secrets.js';

/** The parameters of a link to a draft. No answer to an address with the second one is kept by the server. */
const UNTIL = 'until';
const SIGNATURE = 'signature';

const SECRET = 'preview';
const HOURS = 24;
const HOUR_MS = 3_600_000;
/** Of its 256 bits so many are enough that nobody guesses. */
const SIGNATURE_BYTES = 24;

/** The entry whose draft a link shows. */
interface OfEntry {
  kind: Pick<Kind, 'singular'>;
  slug: string;
}

/**
 * The path of the page of an entry's newest state, drafts included, as in `/preview/topic/osint?until=…&signature=…`. Whoever
 * has it sees that page, in any language, for 24 hours, and nothing else.
 */
export async function previewPath(
  { kind, slug }: OfEntry,
  { secrets, now }: { secrets: Secrets; now: Date },
): Promise<string> {
  const path = pagePath(kind, slug);
  const until = String(Math.ceil((now.getTime() + HOURS * HOUR_MS) / 1000));
  const signature = sign(await secrets.secret(SECRET), path, until).toString('base64url');
  return `/preview${path}?${new URLSearchParams({ [UNTIL]: until, [SIGNATURE]: signature })}`;
}

/**
 * Returns whether these parameters are of a link to the draft of this entry. A link that was never made is INVALID, at any
 * time: it says nothing of whether there is such an entry.
 */
export async function checkPreviewLink(
  { kind, slug }: OfEntry,
  search: URLSearchParams,
  { secrets, now }: { secrets: Secrets; now: Date },
): Promise<'VALID' | 'EXPIRED' | 'INVALID'> {
  const until = search.get(UNTIL) ?? '';
  if (!/^\d{1,12}$/.test(until)) return 'INVALID';
  const given = Buffer.from(search.get(SIGNATURE) ?? '', 'base64url');
  const right = sign(await secrets.secret(SECRET), pagePath(kind, slug), until);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'INVALID';
  return Number(until) * 1000 > now.getTime() ? 'VALID' : 'EXPIRED';
}

function sign(secret: Buffer, path: string, until: string): Buffer {
  return createHmac('sha256', secret).update(`${path}\n${until}`).digest().subarray(0, SIGNATURE_BYTES);
}
