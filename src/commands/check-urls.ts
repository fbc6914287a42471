import { group } from 'd3-array';
import { MAX_REDIRECTS, type PublicRequestOptions, requestPublicUrl } from './request-public-url.js';

/** Result of checking one URL. `problem` is null if it works. */
export interface UrlResult {
  url: string;
  problem: string | null;
}

export interface UrlCheckOptions {
  /** Resolves a host name. The addresses are checked before a request is sent. */
  resolve: (host: string) => Promise<readonly string[]>;
  /** Private addresses that may be requested. Default: none. */
  allowed?: readonly string[];
  timeoutMs?: number;
  /** Pause between two requests to the same host, in milliseconds. */
  pauseMs?: number;
  /** Maximum number of hosts to check concurrently. Each host receives one request at a time. */
  maxConcurrentHosts?: number;
  onChecked?: (done: number) => void;
}

const DEFAULT_OPTIONS = { allowed: [], timeoutMs: 10_000, pauseMs: 500, maxConcurrentHosts: 8, onChecked: () => {} };

/** Requests each URL. Returns one result per URL, in the same order. */
export async function checkUrls(urls: readonly string[], options: UrlCheckOptions): Promise<UrlResult[]> {
  const { pauseMs, maxConcurrentHosts, onChecked, ...request } = {
    ...DEFAULT_OPTIONS,
    ...options,
    userAgent: 'signpost-links',
  };
  const hosts = [...group(urls, (url) => new URL(url).host).values()];
  const problemByUrl = new Map<string, string | null>();
  const checkHosts = async () => {
    for (let ofHost = hosts.pop(); ofHost; ofHost = hosts.pop()) {
      for (const [index, url] of ofHost.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
        problemByUrl.set(url, await findUrlProblem(url, request));
        onChecked(problemByUrl.size);
      }
    }
  };
  await Promise.all(Array.from({ length: maxConcurrentHosts }, checkHosts));
  return urls.map((url) => ({ url, problem: problemByUrl.get(url) ?? null }));
}

async function findUrlProblem(address: string, request: PublicRequestOptions): Promise<string | null> {
  try {
    let url = new URL(address);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return `leads to ${url.protocol}`;
      let response = await fetchStatus(url, 'HEAD', request);
      // Repeats the request with GET, because some servers do not support HEAD.
      if ([403, 404, 405, 501].includes(response.status)) response = await fetchStatus(url, 'GET', request);
      if (response.status < 300) return null;
      if (response.status >= 400 || response.location === null) return `answers ${response.status}`;
      url = new URL(response.location, url);
    }
    return 'redirects too often';
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

async function fetchStatus(url: URL, method: 'HEAD' | 'GET', request: PublicRequestOptions) {
  const response = await requestPublicUrl(url, method, request);
  response.destroy(); // The body is not needed.
  return { status: response.statusCode ?? 0, location: response.headers.location ?? null };
}
