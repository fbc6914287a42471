import type { PageSettings } from './settings.js';

export interface QueryRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName?: string | undefined;
}

/** Thrown if a request to the API fails. Its message is shown to users. */
export class RequestError extends Error {
  /** @param code  error code, such as `NOT_FOUND`; null if there was no response */
  constructor(
    message: string,
    readonly code: string | null,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

interface GraphqlResponse<Data> {
  data?: Data | null;
  errors?: readonly { message: string; extensions?: { code?: string } & Record<string, unknown> }[];
}

type Requester = Pick<PageSettings, 'isPreview' | 'authorization' | 'messages'>;

/** Sends a query. @param form response format, default JSON @param more further URL parameters @throws RequestError */
export async function sendQuery(
  { query, variables, operationName }: QueryRequest,
  { isPreview, authorization, messages }: Requester,
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
  throw toRequestError((await response.json().catch(() => ({}))) as GraphqlResponse<never>, messages.site.failed);
}

/** Runs a query that the page itself needs. Includes drafts only after sign-in. @throws RequestError */
export async function runPageQuery<Data>(
  request: QueryRequest,
  requester: Requester,
  signal?: AbortSignal,
): Promise<Data> {
  const isPreview = requester.isPreview && requester.authorization !== null;
  const response = await sendQuery(request, { ...requester, isPreview }, signal ? { signal } : {});
  const answer = (await response.json().catch(() => ({}))) as GraphqlResponse<Data>;
  if (!answer.data || answer.errors) throw toRequestError(answer, requester.messages.site.failed);
  return answer.data;
}

function toRequestError({ errors }: GraphqlResponse<unknown>, fallback: string): RequestError {
  const [firstError] = errors ?? [];
  const messages = [...new Set((errors ?? []).map(({ message }) => message))];
  const { code = null, ...details } = firstError?.extensions ?? {};
  return new RequestError(messages.length > 0 ? messages.join(' ') : fallback, code, details);
}
