import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EDITOR_VIEW, explorerPath } from '../../saved-queries/explorer-path.js';
import { matchingQuestions } from '../../saved-queries/find-questions.js';
import { isSlug } from '../../model/entry-key.js';
import { formatDay } from '../../model/iso-date.js';
import { QuestionLinks } from '../../pages/question/question-links.js';
import { questionListPage } from '../../pages/question/question-list.js';
import { questionPage } from '../../pages/question/question-page.js';
import { localisedPagePath } from '../../html/page-shell.js';
import { prefersHtml } from '../accept-headers.js';
import { sendPage } from '../send-page.js';
import { findQuestion, listQuestions } from './find-question.js';
import { answerQuestion, findSuggestions, type QuestionPageRequest } from './answer-question.js';
import { sendAnswerFile } from './answer-files.js';
import { createPageContext, type PageRequestContext, type QuestionDeps } from './page-request-context.js';
import { addQuestionErrors, QuestionNotFoundError } from './question-errors.js';

/** The slug of a question or indicator, optionally followed by a dot and a format. */
export const NAME_PATTERN = /^([^.]*)(?:\.([\w.]+))?$/;

interface QuestionRoute {
  Params: { name: string };
}

/** Serves the list of questions at /q, each page at /q/<slug>, and its answer as a file at /q/<slug>.<format>. */
export function addQuestions(app: FastifyInstance, deps: QuestionDeps): void {
  void app.register(async (scope) => {
    addQuestionErrors(scope, deps);
    scope.get('/q', async (request, reply) => {
      const client = createPageContext(request, deps);
      const questions = await listQuestions(client.execute);
      const { messages } = client.localisation;
      const text = client.address.search.get('words') ?? '';
      const page = questionListPage({
        // Questions that are answered in the GraphiQL editor are listed only there.
        questions: matchingQuestions(questions, text.slice(0, 200)).filter(({ view }) => view !== EDITOR_VIEW),
        messages,
        address: client.address,
      });
      return sendPage(reply, page, messages.locale);
    });
    for (const url of ['/explore', '/explore/']) {
      scope.get(url, async (request, reply) => reply.redirect(replacementPath(createPageContext(request, deps)), 301));
    }
    scope.get<QuestionRoute>('/q/:name', async (request, reply) => {
      const [, slug = '', format] = NAME_PATTERN.exec(request.params.name) ?? [];
      const extension = format ?? (wantsJson(request) ? 'json' : undefined);
      if (extension === undefined)
        return sendQuestionPage({ request, reply, client: createPageContext(request, deps) }, slug, deps);
      return sendAnswerFile(request, reply, { slug, extension }, deps);
    });
  });
}

/** Returns the path that replaces a former `/explore` URL: of its question, its query, or the list of indicators. */
function replacementPath({ address }: PageRequestContext): string {
  const values = new URLSearchParams(address.search);
  for (const name of ['question', 'view', 'table']) values.delete(name);
  const question = address.search.get('question');
  if (question !== null) return localisedPagePath(address, `/q/${encodeURIComponent(question)}`, values);
  return address.search.has('query')
    ? localisedPagePath(address, '/graphiql', address.search)
    : localisedPagePath(address, '/indicators');
}

async function sendQuestionPage(request: QuestionPageRequest, slug: string, deps: QuestionDeps): Promise<FastifyReply> {
  const { reply, client } = request;
  const { localisation, address } = client;
  const question = isSlug(slug) ? await findQuestion(slug, address.search, client.execute) : null;
  if (!question) throw new QuestionNotFoundError(slug);
  const redirectPath = explorerPath(question, address.search);
  if (redirectPath !== null) return reply.redirect(localisedPagePath(address, redirectPath), 301);
  const params = deps.parser.parseParams(question, address.search);
  if (question.view === EDITOR_VIEW) {
    return reply.redirect(new QuestionLinks({ question, ...params }, address).graphiqlPage(params.query), 301);
  }
  const answer = await answerQuestion(question, params, request, deps);
  const page = questionPage({
    question,
    ...params,
    ...answer,
    help: await findSuggestions(question, params, answer, client),
    localisation,
    address,
    retrievedOn: formatDay(new Date()),
  });
  return sendPage(reply.code(answer.status), page, localisation.messages.locale);
}

/** Whether a client accepts JSON and does not prefer a page. */
function wantsJson(request: FastifyRequest): boolean {
  return !prefersHtml(request) && /\bapplication\/(?:\S+\+)?json\b/.test(request.headers.accept ?? '');
}
