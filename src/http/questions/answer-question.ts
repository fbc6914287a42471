import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type EmptyAnswerHelp,
  alternativesQuery,
  type AlternativesResponse,
  needsHelp,
  suggestAlternatives,
} from '../../saved-queries/empty-answer-help.js';
import type { LoadedQuestion } from '../../saved-queries/loaded-question.js';
import type { TableResponse } from '../files/response-exporter.js';
import { QueryRejectedError } from '../query-errors.js';
import type { QuestionParams } from './question-params.js';
import { answerFileParams } from './answer-files.js';
import type { PageRequestContext, QuestionDeps } from './page-request-context.js';

interface Answer extends TableResponse {
  /** Reasons why there is no answer; empty if there is one. */
  refusals: readonly string[];
  status: number;
}

/** A request for the page of a question, with its reply and its context. */
export interface QuestionPageRequest {
  request: FastifyRequest;
  reply: FastifyReply;
  client: PageRequestContext;
}

/** Answer without tables, such as that of an indicator without figures. */
export const EMPTY_ANSWER: Answer = { tables: [], foreign: new Map(), pinnedEditions: null, refusals: [], status: 200 };

/** Returns the tables of an answer, or the reasons for a refusal. Rethrows errors other than of the query. */
export async function answerQuestion(
  question: LoadedQuestion,
  params: QuestionParams,
  { request, reply, client }: QuestionPageRequest,
  { files }: QuestionDeps,
): Promise<Answer> {
  const { inputs, state = params.values } = question;
  const missingInput = inputs.find(({ name, isRequired }) => isRequired && state[name] == null);
  if (missingInput) {
    const sentence = client.localisation.messages.form.wrong.missing({ name: missingInput.title });
    return { ...EMPTY_ANSWER, refusals: [sentence], status: 400 };
  }
  try {
    const screenRequest = { params: answerFileParams(question, params, client), viewer: client.viewer };
    return { ...EMPTY_ANSWER, ...(await files.readScreenTables(request, reply, screenRequest)) };
  } catch (error) {
    if (!(error instanceof QueryRejectedError)) throw error;
    return { ...EMPTY_ANSWER, refusals: error.errors.map(({ message }) => message), status: error.status };
  }
}

/** Returns suggestions for an answer without figures. */
export async function findSuggestions(
  { inputs }: LoadedQuestion,
  { values }: QuestionParams,
  { tables }: Answer,
  { execute, localisation }: PageRequestContext,
): Promise<EmptyAnswerHelp[]> {
  if (!needsHelp(tables[0], inputs)) return [];
  const alternatives = alternativesQuery(inputs, values);
  // Suggestions are optional, so errors are ignored.
  const { data } = alternatives ? await execute(alternatives.query, alternatives.variables) : { data: null };
  return suggestAlternatives(inputs, values, (data ?? {}) as AlternativesResponse, localisation);
}
