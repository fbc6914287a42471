import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Help, HelpAnswer } from '../../saved-queries/help.js';
import { helpFor, helpQuery, needsHelp } from '../../saved-queries/help.js';
import type { OpenQuestion } from '../../saved-queries/open-question.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';
import { isTooCostly, RefusedQuery } from '../refused-query.js';
import type { QuestionParams } from './question-params.js';
import { findQuestion, questionSidecar, questionIn } from './find-question.js';
import { answerFileRequest } from './question-files.js';
import type { PageClient, QuestionParts } from './question-parts.js';

export interface AnsweredQuestion {
  question: OpenQuestion;
  params: QuestionParams;
  tables: readonly ScreenTable[];
  foreign: ReadonlyMap<string, string>;
  fixed: FixedEditions | null;
  /** Reason why there is no answer; null if there is one. */
  refusal: RefusedQuery | null;
}

type Answer = Pick<AnsweredQuestion, 'tables' | 'foreign' | 'fixed'>;

export interface QuestionPageRequest {
  request: FastifyRequest;
  reply: FastifyReply;
  client: PageClient;
  withLanguages: boolean;
}

const NO_ANSWER: Answer = { tables: [], foreign: new Map(), fixed: null };

/** Maximum number of cached questions. The cache is cleared when it is full. */
const MAX_QUESTIONS = 500;

/**
 * Answers questions for their pages. The first request takes two queries: the question, then its answer. Later requests
 * send both at once, and repeat them if the question has changed.
 */
export class QuestionAnswers {
  /**
   * Latest version of each question, by slug and locale. Undefined if both queries together cost too much for one
   * request.
   */
  private readonly known = new Map<string, OpenQuestion | undefined>();

  constructor(private readonly parts: QuestionParts) {}

  /** Returns a question with its answer; null if there is no such question. @throws RefusedQuery */
  async answer(slug: string, page: QuestionPageRequest): Promise<AnsweredQuestion | null> {
    const { execute, address, localisation, viewer } = page.client;
    const key = `${viewer.locale} ${localisation.messages.locale} ${slug}`;
    const together = await this.executeTogether(key, page);
    if (together) return together;
    const question = await findQuestion(slug, address.search, execute);
    if (!question) return null;
    if (!this.known.has(key)) this.remember(key, question);
    const params = this.parts.reader.read(question, address.search);
    return { question, params, ...(await this.readTables(question, params, page)) };
  }

  /** Returns suggestions for an answer without figures. */
  async help(
    { question, params: { values }, tables }: AnsweredQuestion,
    { execute, localisation }: PageClient,
  ): Promise<Help[]> {
    if (!needsHelp(tables[0], question.inputs)) return [];
    const requested = helpQuery(question.inputs, values);
    // Suggestions are optional, so errors are ignored.
    const { data } = requested ? await execute(requested.query, requested.variables) : { data: null };
    return helpFor(question.inputs, values, (data ?? {}) as HelpAnswer, localisation);
  }

  /** Reads a cached question together with its answer in one request; null if they must be read separately. */
  private async executeTogether(
    key: string,
    { request, reply, client, withLanguages }: QuestionPageRequest,
  ): Promise<AnsweredQuestion | null> {
    const { files, reader } = this.parts;
    const before = this.known.get(key);
    if (!before) return null;
    const { search } = client.address;
    const params = reader.read(before, search);
    if (missingIn(before, params)) return null;
    try {
      const { tables, beside, foreign, fixed } = await files.screen(request, reply, {
        params: answerFileRequest(before, params, client),
        viewer: client.viewer,
        beside: questionSidecar(before.slug, search),
        withLanguages,
      });
      const isAlone = beside === undefined;
      if (isAlone) this.known.set(key, undefined);
      const question = isAlone
        ? await findQuestion(before.slug, search, client.execute)
        : questionIn(before.slug, beside);
      if (question && isSameQuestion(question, before))
        return { question, params, tables, foreign, fixed, refusal: null };
      this.known.delete(key);
      return null;
    } catch (error) {
      if (!(error instanceof RefusedQuery)) throw error;
      // The default values can be answered separately, but not together with the question.
      if (isTooCostly(error) && search.size === 0) this.known.set(key, undefined);
      return null;
    }
  }

  private remember(key: string, question: OpenQuestion): void {
    if (this.known.size >= MAX_QUESTIONS) this.known.clear();
    this.known.set(key, question);
  }

  /** Returns the tables of the answer, or the reason why there are none. */
  private async readTables(
    question: OpenQuestion,
    params: QuestionParams,
    { request, reply, client, withLanguages }: QuestionPageRequest,
  ): Promise<Answer & Pick<AnsweredQuestion, 'refusal'>> {
    const missing = missingIn(question, params);
    if (missing) {
      const { messages } = client.localisation;
      return {
        ...NO_ANSWER,
        refusal: new RefusedQuery([{ message: messages.form.wrong.missing({ name: missing.title }) }], 400),
      };
    }
    try {
      const whole = { params: answerFileRequest(question, params, client), viewer: client.viewer, withLanguages };
      const { tables, foreign, fixed } = await this.parts.files.screen(request, reply, whole);
      return { tables, foreign, fixed, refusal: null };
    } catch (error) {
      if (error instanceof RefusedQuery) return { ...NO_ANSWER, refusal: error };
      throw error;
    }
  }
}

function missingIn({ inputs }: OpenQuestion, { values }: QuestionParams) {
  return inputs.find(({ name, isRequired }) => isRequired && values[name] == null);
}

function isSameQuestion(a: OpenQuestion, b: OpenQuestion): boolean {
  const key = ({ document, own, vintage, table }: OpenQuestion) => JSON.stringify([document, own, vintage, table]);
  return key(a) === key(b);
}
