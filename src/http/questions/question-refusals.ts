import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { nearestQuestions } from '../../bench/find-questions.js';
import { AppError } from '../../errors.js';
import { refusalPage } from '../../pages/refusal-page.js';
import { STATUS } from '../errors.js';
import { Refused } from '../files/answer-pages.js';
import { sendPage } from '../pages.js';
import { refusalLocales } from '../request-locales.js';
import { listQuestions } from './find-question.js';
import type { QuestionParts } from './question-parts.js';
import { askerOf } from './question-parts.js';

/** Thrown where there is no question of a slug. */
export class NotThere extends AppError {
  constructor(readonly slug: string) {
    super('NOT_FOUND', `There is no question "${slug.slice(0, 100)}"; /q lists all.`);
  }
}

/** What is told of an error; null for what is a fault of the server. */
interface Told {
  status: number;
  message: string;
  /** The slug that there is no question of, where that is why. */
  slug: string | null;
}

/** What a person is told of an error; null for what is a fault of the server. */
export function toldOf(error: FastifyError | AppError | Refused): Told | null {
  if (error instanceof Refused) return { status: error.status, message: error.message, slug: null };
  if (!(error instanceof AppError)) return null;
  return {
    status: STATUS[error.code] ?? 400,
    message: error.message,
    slug: error instanceof NotThere ? error.slug : null,
  };
}

/** A refusal as it is told to programs. */
export function asError({ errors, status }: Refused): AppError {
  const code = errors[0]?.extensions?.['code'];
  return new AppError(
    status === 503 ? 'BUSY' : code === 'NOT_FOUND' ? 'NOT_FOUND' : 'BAD_REQUEST',
    errors[0]?.message ?? 'The query was refused.',
  );
}

/** Sends the page that tells why there is no other, with the questions nearest to one that there is none of. */
export async function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, message, slug }: Told,
  parts: QuestionParts,
): Promise<FastifyReply> {
  const asker = askerOf(request, parts, refusalLocales(request, parts.locales));
  const { words } = asker.saying;
  const nearest = slug === null ? [] : nearestQuestions(await listQuestions(asker.ask), slug);
  const page = refusalPage({
    status,
    sentence:
      slug === null
        ? { text: message, locale: 'en' }
        : { text: words.question.notThere(slug.slice(0, 100)), locale: words.locale },
    nearest,
    words,
    address: asker.address,
  });
  return sendPage(reply.code(status).header('cache-control', 'no-store'), page, words.locale);
}
