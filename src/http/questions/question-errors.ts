import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { nearestQuestions } from '../../saved-queries/find-questions.js';
import { AppError } from '../../errors.js';
import { PageWriter } from '../../html/page-writer.js';
import { missingPage } from '../../pages/entry-not-found-page.js';
import type { RejectedQuery } from '../query-errors.js';
import { rejectionStatus } from '../query-errors.js';
import { sendPage } from '../send-page.js';
import { errorPageLocales } from '../request-locales.js';
import { listQuestions } from './find-question.js';
import type { QuestionDeps } from './question-client.js';
import { readClient } from './question-client.js';
import { englishLang } from '../../i18n/locale-formats.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

/** Error for a slug without a question. */
export class QuestionNotFound extends AppError {
  constructor(readonly slug: string) {
    super('NOT_FOUND', `There is no question "${slug.slice(0, 100)}". See /q for all questions.`);
  }
}

interface Explanation {
  status: number;
  message: string;
  /** The unknown slug; null for other errors. */
  slug: string | null;
}

/** Explains an error to a person; null for a server error. */
export function explainRejection(error: FastifyError | AppError | RejectedQuery): Explanation | null {
  const status = rejectionStatus(error);
  if (status === null) return null;
  return { status, message: error.message, slug: error instanceof QuestionNotFound ? error.slug : null };
}

/** Sends an error page. For an unknown question, it lists similar questions. */
export async function sendRejection(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, message, slug }: Explanation,
  deps: QuestionDeps,
): Promise<FastifyReply> {
  const client = readClient(request, deps, errorPageLocales(request, deps.locales));
  const { messages } = client.localisation;
  const nearest = slug === null ? [] : nearestQuestions(await listQuestions(client.execute), slug);
  const writer = new PageWriter(messages, client.address);
  const { notFound, refused } = messages.site;
  const page = missingPage({
    status,
    title: inPageLanguage(status === 404 ? notFound : refused),
    lead:
      slug === null
        ? { text: message, lang: englishLang(messages.locale) }
        : inPageLanguage(messages.question.notThere({ slug: slug.slice(0, 100) })),
    others: {
      title: messages.question.nearest,
      entries: nearest.map(({ slug: near, ...named }) => ({ ...named, path: `/q/${near}` })),
    },
    requested: null,
    past: null,
    writer,
    within: { ...inPageLanguage(messages.question.questions), path: '/q' },
  });
  return sendPage(reply.code(status).header('cache-control', 'no-store'), page, messages.locale);
}
