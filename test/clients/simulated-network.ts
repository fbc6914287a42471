import { parse, print } from 'graphql';
import type { SeededApp } from '../graphql/seeded-app.js';

/** A response as received. */
interface Answer {
  status: number;
  text: string;
}

/**
 * Simulates the network between a server and clients that have the same locale, role and preview mode. Returns the
 * recorded response to a repeated query until `forget` is called.
 */
export class SimulatedNetwork {
  private readonly answers = new Map<string, Promise<Answer>>();

  /** @param path path of the API, with the locale and whether drafts are shown */
  constructor(
    private readonly app: Pick<SeededApp, 'inject'>,
    readonly path: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Discards recorded responses after the served content changed. */
  forget(): void {
    this.answers.clear();
  }

  /** Returns the data of the response to a query; null if it has errors. */
  async data(query: string): Promise<unknown> {
    const { text } = await this.answer(query);
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
    return errors === undefined ? data : null;
  }

  readonly fetch: typeof fetch = async (_address, options) => {
    const { query } = JSON.parse(options!.body as string) as { query: string };
    const { status, text } = await this.answer(query);
    return new Response(text, { status, headers: { 'content-type': 'application/json' } });
  };

  private answer(query: string): Promise<Answer> {
    const document = print(parse(query));
    const answer = this.answers.get(document) ?? this.send(document);
    this.answers.set(document, answer);
    return answer;
  }

  private async send(query: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...this.headers };
    const { statusCode, body } = await this.app.inject({ method: 'POST', url: this.path, headers, payload: { query } });
    return { status: statusCode, text: body };
  }
}
