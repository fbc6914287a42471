import { AS_OF, EDITIONS } from '../../saved-queries/pin-as-of.js';
import type { OpenQuestion } from '../../saved-queries/open-question.js';
import { SERIES_SLUG } from '../../saved-queries/open-question.js';
import { permanentPath, readablePath } from '../../saved-queries/permanent-path.js';
import type { Values } from '../../saved-queries/values.js';
import { writeValues } from '../../saved-queries/values.js';
import type { FixedEditions } from '../../model/editions.js';
import type { PageAddress } from '../../html/shell.js';
import { pathFrom } from '../../html/shell.js';

/** The request for an answer. */
export interface AnswerRequest {
  question: OpenQuestion;
  values: Values;
  /** Null for the newest figures. */
  asOf: string | null;
  /** The known editions in the URL; null for none. */
  editions: string | null;
}

type More = Readonly<Record<string, string | null>>;

const NEWEST: More = { [AS_OF]: null, [EDITIONS]: null };

/** The addresses of a question's page, its files and its query in the editor. */
export class QuestionLinks {
  constructor(
    private readonly request: AnswerRequest,
    private readonly address: PageAddress,
  ) {}

  /** The page with these values. @param more further parameters; null removes one */
  page(values: Values = this.request.values, more: More = {}): string {
    return this.with(`/q/${this.request.question.slug}`, values, { ...this.parameters, ...more });
  }

  /** The answer as a file. @param ending as in `csv` */
  file(ending: string, more: More = {}): string {
    const { question, values } = this.request;
    return this.with(`/q/${question.slug}.${ending}`, values, { ...this.parameters, ...more });
  }

  /** The list of all questions. */
  all(): string {
    return pathFrom(this.address, '/q');
  }

  /** The question with its default values. */
  reset(): string {
    return this.page(this.request.question.own, NEWEST);
  }

  /** The page with the newest figures. */
  thawed(): string {
    return this.page(undefined, NEWEST);
  }

  /** The permanent address of the answer, with all values. @param fixed the editions of its figures; null for none */
  permanent(fixed: FixedEditions | null): string {
    const { question, values } = this.request;
    return `${this.address.origin}${permanentPath(question, values, fixed)}`;
  }

  /** The editor with the question, or with the query and values if its figures are fixed. */
  editor(query: string): string {
    const { question, values, asOf } = this.request;
    if (question.slug !== SERIES_SLUG && asOf === null)
      return this.with('/graphiql', values, { question: question.slug });
    const search = new URLSearchParams({ query, variables: JSON.stringify(values) });
    return `/graphiql?${search}`;
  }

  /** The editions in the URL. */
  private get parameters(): More {
    return { [AS_OF]: this.request.asOf, [EDITIONS]: this.request.editions };
  }

  private with(path: string, values: Values, more: More): string {
    const search = new URLSearchParams();
    const { own, inputs } = this.request.question;
    writeValues(search, values, own, inputs);
    for (const [name, value] of Object.entries(more)) if (value !== null) search.set(name, value);
    return readablePath(pathFrom(this.address, path, search));
  }
}
