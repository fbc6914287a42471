import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nearestQuestions } from '../../saved-queries/find-questions.js';
import { AppError } from '../../errors.js';
import { PageWriter } from '../../html/page-writer.js';
import { errorPage } from '../../pages/error-page.js';
import { prefersHtml } from '../accept-headers.js';
import { type QueryRejectedError, errorPageStatus, sendQueryErrorsAsJson } from '../query-errors.js';
import { sendPage } from '../send-page.js';
import { errorPageLocales } from '../request-locales.js';
import { listQuestions } from './find-question.js';
import { createPageContext, type QuestionDeps } from './page-request-context.js';
import { englishLang } from '../../i18n/locale-formats.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

/** Error for a slug without a question. */
export class QuestionNotFoundError extends AppError {
  constructor(readonly slug: string) {
    super('NOT_FOUND', `There is no question "${slug.slice(0, 100)}". See /q for all questions.`);
  }
}

/** Adds the error handler of questions: error pages for browsers, JSON for other clients. */
export function addQuestionErrors(scope: FastifyInstance, deps: QuestionDeps): void {
  scope.setErrorHandler<FastifyError | AppError | QueryRejectedError>((error, request, reply) => {
    const status = errorPageStatus(error);
    if (status === null || !prefersHtml(request)) return sendQueryErrorsAsJson(error, reply);
    return sendErrorPage(request, reply.code(status), error, deps);
  });
}

/** Sends an error page. For an unknown question, it lists similar questions. */
async function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  error: Error,
  deps: QuestionDeps,
): Promise<FastifyReply> {
  const client = createPageContext(request, deps, errorPageLocales(request, deps.locales));
  const { messages } = client.localisation;
  const slug = error instanceof QuestionNotFoundError ? error.slug : null;
  const similarQuestions = slug === null ? [] : nearestQuestions(await listQuestions(client.execute), slug);
  const { notFound, refused } = messages.site;
  const page = errorPage({
    status: reply.statusCode,
    title: inPageLanguage(reply.statusCode === 404 ? notFound : refused),
    lead:
      slug === null
        ? { text: error.message, lang: englishLang(messages.locale) }
        : inPageLanguage(messages.question.notThere({ slug: slug.slice(0, 100) })),
    related: {
      title: messages.question.nearest,
      entries: similarQuestions.map(({ slug: near, ...named }) => ({ ...named, path: `/q/${near}` })),
    },
    writer: new PageWriter(messages, client.address),
    parentList: { ...inPageLanguage(messages.question.questions), path: '/q' },
  });
  return sendPage(reply.header('cache-control', 'no-store'), page, messages.locale);
}
