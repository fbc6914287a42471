import { parse, print } from 'graphql';
import type { SeededApp } from '../graphql/seeded-app.js';

/** An answer as it came. */
interface Answer {
  status: number;
  text: string;
}

/**
 * What lies between a server and the clients of one language, role and preview. Clients that ask the same are given the
 * same answer, until what the server serves has changed.
 */
export class Network {
  private readonly answers = new Map<string, Promise<Answer>>();

  /** @param path the address of the API, with the language and whether drafts are shown */
  constructor(
    private readonly app: Pick<SeededApp, 'inject'>,
    readonly path: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** To be told that the server serves something else now. */
  forget(): void {
    this.answers.clear();
  }

  /** The data that the server answers to a query; null where it has errors. */
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
