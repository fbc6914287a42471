import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Help, HelpAnswer } from '../../saved-queries/empty-answer-help.js';
import { helpFor, helpQuery, needsHelp } from '../../saved-queries/empty-answer-help.js';
import type { LoadedQuestion } from '../../saved-queries/loaded-question.js';
import type { FixedEditions } from '../../model/editions.js';
import type { ScreenTable } from '../../tables/table.js';
import { RejectedQuery } from '../query-errors.js';
import type { QuestionParams } from './question-params.js';
import { answerFileRequest } from './question-files.js';
import type { PageClient, QuestionDeps } from './question-client.js';

export interface AnsweredQuestion {
  question: LoadedQuestion;
  params: QuestionParams;
  tables: readonly ScreenTable[];
  foreign: ReadonlyMap<string, string>;
  fixed: FixedEditions | null;
  /** Reason why there is no answer; null if there is one. */
  refusal: RejectedQuery | null;
}

type Answer = Pick<AnsweredQuestion, 'tables' | 'foreign' | 'fixed'>;

export interface QuestionPageRequest {
  request: FastifyRequest;
  reply: FastifyReply;
  client: PageClient;
}

const NO_ANSWER: Answer = { tables: [], foreign: new Map(), fixed: null };

/** Answers questions for their pages. */
export class QuestionAnswers {
  constructor(private readonly parts: QuestionDeps) {}

  /** Parses the parameters of a question. @throws AppError BAD_USER_INPUT */
  params(question: LoadedQuestion, { client }: QuestionPageRequest): QuestionParams {
    return this.parts.reader.read(question, client.address.search);
  }

  /** Returns a question with its answer. @throws RejectedQuery @param params default: those in the URL */
  async answer(
    question: LoadedQuestion,
    page: QuestionPageRequest,
    params: QuestionParams = this.params(question, page),
  ): Promise<AnsweredQuestion> {
    return { question, params, ...(await this.readTables(question, params, page)) };
  }

  /** Returns the answer of an indicator without figures. */
  none(): Answer & Pick<AnsweredQuestion, 'refusal'> {
    return { ...NO_ANSWER, refusal: null };
  }

  /** Returns suggestions for an answer without figures. */
  async help(
    { question, params: { values }, tables }: AnsweredQuestion,
    { execute, localisation }: PageClient,
  ): Promise<Help[]> {
    if (!needsHelp(tables[0], question.inputs)) return [];
    const missingQuery = helpQuery(question.inputs, values);
    // Suggestions are optional, so errors are ignored.
    const { data } = missingQuery ? await execute(missingQuery.query, missingQuery.variables) : { data: null };
    return helpFor(question.inputs, values, (data ?? {}) as HelpAnswer, localisation);
  }

  /** Returns the tables of the answer, or the reason why there are none. */
  private async readTables(
    question: LoadedQuestion,
    params: QuestionParams,
    { request, reply, client }: QuestionPageRequest,
  ): Promise<Answer & Pick<AnsweredQuestion, 'refusal'>> {
    const missing = missingIn(question, params);
    if (missing) {
      const { messages } = client.localisation;
      return {
        ...NO_ANSWER,
        refusal: new RejectedQuery([{ message: messages.form.wrong.missing({ name: missing.title }) }], 400),
      };
    }
    try {
      const screenRequest = { params: answerFileRequest(question, params, client), viewer: client.viewer };
      const { tables, foreign, fixed } = await this.parts.files.screen(request, reply, screenRequest);
      return { tables, foreign, fixed, refusal: null };
    } catch (error) {
      if (error instanceof RejectedQuery) return { ...NO_ANSWER, refusal: error };
      throw error;
    }
  }
}

function missingIn({ inputs, state }: LoadedQuestion, { values }: QuestionParams) {
  return inputs.find(({ name, isRequired }) => isRequired && (state ?? values)[name] == null);
}
