import { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LoadedQuestion } from '../../saved-queries/loaded-question.js';
import { permalinkPath } from '../../saved-queries/permalink-path.js';
import { AppError } from '../../errors.js';
import { findFileFormat, FILE_FORMATS, isTableFormat } from '../../files/formats.js';
import { isSlug } from '../../model/entry-key.js';
import { type FileParams, parseWidth } from '../files/file-params.js';
import { editionsOf, type QuestionParams } from './question-params.js';
import { findQuestion } from './find-question.js';
import { createPageContext, type PageRequestContext, type QuestionDeps } from './page-request-context.js';
import { QuestionNotFoundError } from './question-errors.js';

/** Returns the file parameters for the answer to a question. */
export function answerFileParams(
  question: LoadedQuestion,
  params: QuestionParams,
  { address }: PageRequestContext,
): FileParams {
  const { query, values } = params;
  const { search, origin } = address;
  // Figures name their indicators themselves.
  const entries = question.inputs.flatMap(({ form, name, choices }) =>
    choices.filter(({ value, hasFigures }) => form === 'ENTRY' && hasFigures === null && value === values[name]),
  );
  return {
    query,
    variables: values,
    operationName: undefined,
    table: search.get('table') ?? question.table ?? undefined,
    isForExcel: search.get('for') === 'excel',
    isWide: search.get('shape') === 'wide',
    isMap: search.get('chart') === 'map' || question.state?.['view'] === 'map',
    isForPage: search.get('for') === 'page',
    ...parseWidth(search.get('width')),
    isBare: question.path !== undefined && search.get('for') === 'page',
    editions: editionsOf(params),
    about: {
      title: [question.title, ...entries.map(({ title }) => title)].join(': '),
      name: [question.slug, ...entries.map(({ value }) => value)].join('-'),
      totals: question.totals,
      address: (fixed) => (origin === '' ? null : `${origin}${permalinkPath(question, values, fixed)}`),
    },
  };
}

/** Sends an answer as a file, or as JSON identical to that of the API. @throws AppError, QueryRejectedError */
export async function sendAnswerFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { slug, extension }: { slug: string; extension: string },
  deps: QuestionDeps,
): Promise<FastifyReply> {
  const client = createPageContext(request, deps, deps.localesOf(request));
  const format = findFileFormat(extension);
  if (!format?.extension) {
    const formatNames = Object.values(FILE_FORMATS).flatMap((each) => (each.extension === null ? [] : [each.name]));
    throw new AppError('NOT_FOUND', `Unknown file format; the formats are ${formatNames.join(', ')}.`);
  }
  const question = isSlug(slug) ? await findQuestion(slug, client.address.search, client.execute) : null;
  if (!question) throw new QuestionNotFoundError(slug);
  const params = deps.parser.parseParams(question, client.address.search);
  return sendLoadedQuestionFile(request, reply, { question, params, extension, client }, deps);
}

interface QuestionFileRequest extends Pick<FileParams, 'chartOptions'> {
  question: LoadedQuestion;
  params: QuestionParams;
  extension: string;
  client: PageRequestContext;
}

/** Like `sendAnswerFile`, for a question that is already loaded. */
export async function sendLoadedQuestionFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { question, params, extension, client, chartOptions }: QuestionFileRequest,
  deps: QuestionDeps,
): Promise<FastifyReply> {
  const format = findFileFormat(extension)!;
  const [wrong] = params.wrong;
  if (wrong) throw new AppError('BAD_USER_INPUT', `"${wrong.text}" is not a value of "${wrong.name}".`);
  if (isTableFormat(format)) {
    return deps.files.sendFile(request, reply, {
      params: { ...answerFileParams(question, params, client), ...(chartOptions && { chartOptions }) },
      format,
      viewer: client.viewer,
    });
  }
  return sendAnswerJson(request, reply, params, deps);
}

async function sendAnswerJson(
  request: FastifyRequest,
  reply: FastifyReply,
  params: QuestionParams,
  { apollo, contextOf, localesOf }: QuestionDeps,
): Promise<FastifyReply> {
  const { query, values, asOf, editions } = params;
  const isFixed = asOf !== null || editions !== null;
  const {
    status = 200,
    headers,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      body: { query, variables: values },
      search: '',
    },
    context: () => contextOf(request, localesOf(request), isFixed ? editionsOf(params) : null),
  });
  for (const [name, value] of headers) void reply.header(name, value);
  return reply.code(status).send(body.kind === 'complete' ? body.string : body.asyncIterator);
}
