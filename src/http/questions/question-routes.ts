import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { matchingQuestions } from '../../saved-queries/find-questions.js';
import type { OpeningAnswer } from '../../saved-queries/open-question.js';
import type { AppError } from '../../errors.js';
import { isSlug } from '../../model/entry-key.js';
import { formatDay } from '../../model/day.js';
import { questionListPage } from '../../pages/question/question-list.js';
import { questionPage } from '../../pages/question/question-page.js';
import { prefersHtml } from '../accept-headers.js';
import type { RefusedQuery } from '../refused-query.js';
import { sendMachineReadableError } from '../refused-query.js';
import { sendPage } from '../pages.js';
import { listQuestions } from './find-question.js';
import type { QuestionPageRequest } from './question-answers.js';
import { QuestionAnswers } from './question-answers.js';
import { sendAnswerFile } from './question-files.js';
import type { QuestionDeps } from './question-client.js';
import { readClient } from './question-client.js';
import { QuestionNotFound, sendRefusal, explainRefusal } from './question-errors.js';

/** A question's slug, optionally followed by a dot and a format. */
const NAME_PATTERN = /^([^.]*)(?:\.(\w+))?$/;

interface QuestionRoute {
  Params: { name: string };
}

/** Extension that page scripts use: returns a question and the tables of its answer as JSON. */
const SCREEN_EXTENSION = 'screen';

/**
 * Serves the list of questions at /q, the page of a question at /q/<slug>, and its answer as a file at
 * /q/<slug>.<format>.
 */
export function addQuestions(app: FastifyInstance, parts: QuestionDeps): void {
  const answers = new QuestionAnswers(parts);
  void app.register(async (scope) => {
    scope.setErrorHandler<FastifyError | AppError | RefusedQuery>((error, request, reply) => {
      const explanation = explainRefusal(error);
      if (explanation && prefersHtml(request)) return sendRefusal(request, reply, explanation, parts);
      return sendMachineReadableError(error, reply);
    });
    scope.get('/q', async (request, reply) => {
      const client = readClient(request, parts);
      const questions = await listQuestions(client.execute);
      const { messages } = client.localisation;
      const text = client.address.search.get('words') ?? '';
      const page = questionListPage({
        questions: matchingQuestions(questions, text.slice(0, 200)),
        messages,
        address: client.address,
      });
      return sendPage(reply, page, messages.locale);
    });
    scope.get<QuestionRoute>('/q/:name', async (request, reply) => {
      const [, slug = '', named] = NAME_PATTERN.exec(request.params.name) ?? [];
      const ending = named ?? (wantsJson(request) ? 'json' : undefined);
      if (ending === undefined)
        return answerPage({ request, reply, client: readClient(request, parts), withLanguages: true }, slug, answers);
      if (ending === SCREEN_EXTENSION) {
        const client = readClient(request, parts, parts.localesOf(request));
        return answerScreen({ request, reply, client, withLanguages: false }, slug, answers);
      }
      return sendAnswerFile(request, reply, { slug, ending }, parts);
    });
  });
}

async function answerPage(request: QuestionPageRequest, slug: string, answers: QuestionAnswers): Promise<FastifyReply> {
  const { reply, client } = request;
  const { localisation, address } = client;
  const answeredQuestion = isSlug(slug) ? await answers.answer(slug, request) : null;
  if (!answeredQuestion) throw new QuestionNotFound(slug);
  const { question, params, tables, foreign, fixed, refusal } = answeredQuestion;
  const page = questionPage({
    question,
    ...params,
    tables,
    foreign,
    fixed,
    refusals: refusal ? refusal.errors.map(({ message }) => message) : [],
    help: await answers.help(answeredQuestion, client),
    localisation,
    address,
    retrievedOn: formatDay(new Date()),
  });
  return sendPage(reply.code(refusal?.status ?? 200), page, localisation.messages.locale);
}

async function answerScreen(page: QuestionPageRequest, slug: string, answers: QuestionAnswers): Promise<FastifyReply> {
  const answeredQuestion = isSlug(slug) ? await answers.answer(slug, page) : null;
  if (!answeredQuestion) throw new QuestionNotFound(slug);
  const { question, tables, fixed, refusal } = answeredQuestion;
  const opening: OpeningAnswer = { question, tables: refusal ? null : tables, fixed };
  return page.reply.type('application/json').send(JSON.stringify(opening));
}

/** Whether a client accepts JSON and does not prefer a page. */
function wantsJson(request: FastifyRequest): boolean {
  return !prefersHtml(request) && /\bapplication\/(?:\S+\+)?json\b/.test(request.headers.accept ?? '');
}
