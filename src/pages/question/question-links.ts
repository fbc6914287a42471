import { AS_OF, EDITIONS } from '../../saved-queries/pin-as-of.js';
import { type LoadedQuestion, SERIES_SLUG } from '../../saved-queries/loaded-question.js';
import { permalinkPath, decodeCommasAndColons } from '../../saved-queries/permalink-path.js';
import { type VariableValues, writeUrlValues } from '../../saved-queries/variable-values.js';
import type { SerialisedEditions } from '../../model/pinned-editions.js';
import { localisedPagePath, type PageAddress } from '../../html/page-shell.js';

/** A question, the values of its inputs, and the requested edition of its figures. */
export interface AnswerRequest {
  question: LoadedQuestion;
  values: VariableValues;
  /** Time at which the edition to use was the latest; null for the newest edition. */
  asOf: string | null;
  /** Editions parameter of the URL; null if it has none. */
  editions: string | null;
}

type ParameterChanges = Readonly<Record<string, string | null>>;

const LATEST_EDITION: ParameterChanges = { [AS_OF]: null, [EDITIONS]: null };

/** URLs of the page, the files and the query of a question. */
export class QuestionLinks {
  constructor(
    private readonly request: AnswerRequest,
    private readonly address: PageAddress,
  ) {}

  /** Returns the path of the page with values of inputs. `extra` adds parameters to the URL; null removes one. */
  page(values: VariableValues = this.urlValues, extra: ParameterChanges = {}): string {
    return this.buildPath(this.path, values, { ...this.editionParameters, ...extra });
  }

  /** Returns the path of the answer as a file with an extension, such as `csv`. */
  file(extension: string, extra: ParameterChanges = {}): string {
    return this.buildPath(`${this.path}.${extension}`, this.urlValues, { ...this.editionParameters, ...extra });
  }

  /** Returns the path of the page with the latest figures. */
  latest(values?: VariableValues): string {
    return this.page(values, LATEST_EDITION);
  }

  /** Returns the permalink of the answer or its file, with all values and the editions of its figures. */
  permalink(editions: SerialisedEditions | null, extension?: string): string {
    const { question, values } = this.request;
    const path = extension === undefined ? this.path : localisedPagePath(this.address, `${this.path}.${extension}`);
    return `${this.address.origin}${permalinkPath({ ...question, path }, values, editions)}`;
  }

  /** Returns the path of GraphiQL with the saved question, or with the query if there is none or `asOf` is set. */
  graphiqlPage(query: string): string {
    const { question, values, asOf } = this.request;
    if (question.slug !== SERIES_SLUG && question.path === undefined && asOf === null)
      return this.buildPath('/graphiql', values, { question: question.slug });
    const search = new URLSearchParams({ query, variables: JSON.stringify(values) });
    return `/graphiql?${search}`;
  }

  /** Path of the page, without its parameters. */
  get path(): string {
    const { slug, path = `/q/${slug}` } = this.request.question;
    return path;
  }

  private get urlValues(): VariableValues {
    return this.request.question.state ?? this.request.values;
  }

  /** URL parameters that pin the editions. */
  private get editionParameters(): ParameterChanges {
    return { [AS_OF]: this.request.asOf, [EDITIONS]: this.request.editions };
  }

  private buildPath(path: string, values: VariableValues, extra: ParameterChanges): string {
    const search = new URLSearchParams();
    const { defaults, inputs } = this.request.question;
    writeUrlValues(search, values, defaults, inputs);
    for (const [name, value] of Object.entries(extra)) if (value !== null) search.set(name, value);
    return decodeCommasAndColons(localisedPagePath(this.address, path, search));
  }
}
