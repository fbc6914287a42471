import type { Setting } from './setting.js';

export interface QueryRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName?: string | undefined;
}

/** A request failed, with a message for people. */
export class RequestError extends Error {
  /** @param code as in `NOT_FOUND`; null without a server */
  constructor(
    message: string,
    readonly code: string | null,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

interface Answered<Data> {
  data?: Data | null;
  errors?: readonly { message: string; extensions?: { code?: string } & Record<string, unknown> }[];
}

type Who = Pick<Setting, 'isPreview' | 'authorization' | 'messages'>;

/** Sends a query. @param form as in `csv`; default JSON @throws Refusal */
export async function sendQuery(
  { query, variables, operationName }: QueryRequest,
  { isPreview, authorization, messages }: Who,
  { form, more = {}, signal }: { form?: string; more?: Readonly<Record<string, string>>; signal?: AbortSignal } = {},
): Promise<Response> {
  const search = new URLSearchParams({
    locale: messages.locale,
    ...(form && { format: form }),
    ...(isPreview && { preview: 'true' }),
    ...more,
  });
  const response = await fetch(`/graphql?${search}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(form === undefined && { accept: 'application/json' }),
      ...(authorization !== null && { authorization }),
    },
    body: JSON.stringify({ query, variables, operationName }),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new RequestError(messages.site.failed, null);
  });
  if (response.ok || form === undefined) return response;
  throw readRefusal((await response.json().catch(() => ({}))) as Answered<never>, messages.site.failed);
}

/** Runs a query of the page itself, with drafts only after sign-in. @throws Refusal for any error */
export async function runPageQuery<Data>(request: QueryRequest, who: Who, signal?: AbortSignal): Promise<Data> {
  const isPreview = who.isPreview && who.authorization !== null;
  const response = await sendQuery(request, { ...who, isPreview }, signal ? { signal } : {});
  const answer = (await response.json().catch(() => ({}))) as Answered<Data>;
  if (!answer.data || answer.errors) throw readRefusal(answer, who.messages.site.failed);
  return answer.data;
}

/** Reads JSON from the server; null for 404. @throws Refusal */
export async function fetchJson<Data>(address: string, { messages }: Who, signal: AbortSignal): Promise<Data | null> {
  const response = await fetch(address, { headers: { accept: 'application/json' }, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new RequestError(messages.site.failed, null);
  });
  if (response.status === 404) return null;
  if (response.ok) return (await response.json()) as Data;
  throw readRefusal((await response.json().catch(() => ({}))) as Answered<never>, messages.site.failed);
}

function readRefusal({ errors }: Answered<unknown>, unknown: string): RequestError {
  const [first] = errors ?? [];
  const messages = [...new Set((errors ?? []).map(({ message }) => message))];
  const { code = null, ...details } = first?.extensions ?? {};
  return new RequestError(messages.length > 0 ? messages.join(' ') : unknown, code, details);
}
