import type { ApolloServer } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { matchingQuestions, nearestQuestions } from '../../bench/find-questions.js';
import type { Help, HelpAnswer } from '../../bench/help.js';
import { helpFor, helpQuery, needsHelp } from '../../bench/help.js';
import type { OpenQuestion } from '../../bench/open-question.js';
import type { Saying } from '../../bench/shown-cell.js';
import { AppError } from '../../errors.js';
import type { Context } from '../../graphql/request/context.js';
import { isSlug } from '../../model/entry-key.js';
import { questionListPage } from '../../pages/question/question-list.js';
import { questionPage } from '../../pages/question/question-page.js';
import { refusalPage } from '../../pages/refusal-page.js';
import { wordsIn, writingOf } from '../../words/catalogue.js';
import { isForPerson } from '../accepted.js';
import { askQuery } from '../ask-query.js';
import { STATUS } from '../errors.js';
import { Refused } from '../files/answer-pages.js';
import type { Asked } from '../files/asked.js';
import { widthIn } from '../files/asked.js';
import type { FileAnswers, FileViewer } from '../files/file-answers.js';
import { fileForm } from '../files/forms.js';
import type { ScreenTable } from '../files/table-source.js';
import type { PublicAddress } from '../origin.js';
import { pageAddress, sendPage } from '../pages.js';
import { pageLocales, refusalLocales } from '../request-locales.js';
import type { AskedQuestion } from './asked-question.js';
import { askedOfQuestion } from './asked-question.js';
import type { Ask } from './find-question.js';
import { findQuestion, listQuestions } from './find-question.js';

/** What the pages of questions are made with. */
export interface QuestionParts {
  apollo: ApolloServer<Context>;
  schema: GraphQLSchema;
  files: FileAnswers;
  address: PublicAddress;
  /** Those of the content. */
  locales: readonly string[];
  localesOf(request: FastifyRequest): readonly string[];
  /** A context for one query of a request, in these languages. */
  contextOf(request: FastifyRequest, locales: readonly string[]): Promise<Context>;
}

/** The slug of a question, and the form of its answer after a point. */
const NAME = /^([^.]*)(?:\.(\w+))?$/;

interface OfQuestion {
  Params: { name: string };
}

/** Serves the list of questions at /q, the page of each at /q/<slug>, and its answer as a file at /q/<slug>.<form>. */
export function addQuestions(app: FastifyInstance, parts: QuestionParts): void {
  void app.register(async (scope) => {
    scope.setErrorHandler<FastifyError | AppError | Refused>((error, request, reply) => {
      const told = toldOf(error);
      // What is no refusal, and what no person reads, is told as everywhere.
      if (!told || !isForPerson(request)) throw error instanceof Refused ? asError(error) : error;
      return sendRefusal(request, reply, told, parts);
    });
    scope.get('/q', async (request, reply) => {
      const asker = askerOf(request, parts);
      const questions = await listQuestions(asker.ask);
      const { words } = asker.saying;
      const text = asker.address.search.get('words') ?? '';
      const page = questionListPage({
        questions: matchingQuestions(questions, text.slice(0, 200)),
        words,
        address: asker.address,
      });
      return sendPage(reply, page, words.locale);
    });
    scope.get<OfQuestion>('/q/:name', async (request, reply) => {
      const [, slug = '', named] = NAME.exec(request.params.name) ?? [];
      const ending = named ?? (wantsJson(request) ? 'json' : undefined);
      if (ending === undefined) return answerPage(request, reply, slug, parts);
      return answerFile(request, reply, { slug, ending }, parts);
    });
  });
}

/** Who asks for a page, and in which language. Pages are in a language that there are words in. */
interface Asker {
  saying: Saying;
  address: ReturnType<typeof pageAddress>;
  ask: Ask;
  viewer: FileViewer;
}

function askerOf(
  request: FastifyRequest,
  parts: QuestionParts,
  locales: readonly string[] = pageLocales(request, parts.locales),
): Asker {
  const words = wordsIn(locales);
  const address = pageAddress(request, parts.address, words.locale);
  const context = () => parts.contextOf(request, locales);
  return {
    saying: { words, writing: writingOf(words) },
    address,
    ask: async (query, variables) => askQuery(parts.apollo, { query, variables }, await context()),
    viewer: { context, origin: address.origin, locale: locales[0]! },
  };
}

async function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string,
  parts: QuestionParts,
): Promise<FastifyReply> {
  const asker = askerOf(request, parts);
  const { saying, address } = asker;
  const question = isSlug(slug) ? await findQuestion(slug, address.search, asker.ask) : null;
  if (!question) throw notThere(slug);
  const asked = askedOfQuestion(question, address.search, parts.schema);
  const { tables, refusal } = await tablesOf(request, reply, { question, asked, asker }, parts);
  const help = needsHelp(tables[0], question.inputs) ? await helpWith(question, asked, asker) : [];
  const page = questionPage({
    question,
    ...asked,
    tables,
    refusals: refusal ? refusal.errors.map(({ message }) => message) : [],
    help,
    saying,
    address,
    retrievedOn: new Date().toISOString().slice(0, 10),
  });
  return sendPage(reply.code(refusal?.status ?? 200), page, saying.words.locale);
}

interface Asking {
  question: OpenQuestion;
  asked: AskedQuestion;
  asker: Asker;
}

/** The tables of the answer, or why there are none. */
async function tablesOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { question, asked, asker }: Asking,
  { files }: QuestionParts,
): Promise<{ tables: ScreenTable[]; refusal: Refused | null }> {
  const missing = question.inputs.find(({ name, isRequired }) => isRequired && asked.values[name] == null);
  if (missing) {
    const { words } = asker.saying;
    return { tables: [], refusal: new Refused([{ message: words.form.wrong.missing(missing.title) }], 400) };
  }
  try {
    const tables = await files.tables(request, reply, {
      asked: fileAsked(question, asked, asker),
      viewer: asker.viewer,
    });
    return { tables, refusal: null };
  } catch (error) {
    if (error instanceof Refused) return { tables: [], refusal: error };
    throw error;
  }
}

async function helpWith(question: OpenQuestion, { values }: AskedQuestion, { ask, saying }: Asker): Promise<Help[]> {
  const wanted = helpQuery(question.inputs, values);
  // Help that cannot be had is left out.
  const { data } = wanted ? await ask(wanted.query, wanted.variables) : { data: null };
  return helpFor(question.inputs, values, (data ?? {}) as HelpAnswer, saying);
}

/** An answer as it is asked for as a file. */
function fileAsked(question: OpenQuestion, { query, values }: AskedQuestion, { address }: Asker): Asked {
  const { search, origin, path } = address;
  const own = `${origin}${path}${search.size > 0 ? `?${search}` : ''}`;
  return {
    query,
    variables: values,
    operationName: undefined,
    table: search.get('table') ?? question.table ?? undefined,
    isForExcel: search.get('for') === 'excel',
    isMap: search.get('chart') === 'map',
    isForPage: search.get('for') === 'page',
    ...widthIn(search.get('width')),
    about: { title: question.title, name: question.slug, address: origin === '' ? null : own },
  };
}

async function answerFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { slug, ending }: { slug: string; ending: string },
  parts: QuestionParts,
): Promise<FastifyReply> {
  const asker = askerOf(request, parts, parts.localesOf(request));
  const form = fileForm(ending);
  if (!form && ending !== 'json')
    throw new AppError('NOT_FOUND', `There is no such file; ask for csv, xlsx, svg, json, ndjson, jsonstat or zip.`);
  const question = isSlug(slug) ? await findQuestion(slug, asker.address.search, asker.ask) : null;
  if (!question) throw notThere(slug);
  const asked = askedOfQuestion(question, asker.address.search, parts.schema);
  const [wrong] = asked.wrong;
  if (wrong) throw new AppError('BAD_USER_INPUT', `"${wrong.given}" cannot be read as a value of "${wrong.name}".`);
  if (form) {
    return parts.files.answer(request, reply, { asked: fileAsked(question, asked, asker), form, viewer: asker.viewer });
  }
  return answerJson(request, reply, asked, parts);
}

/** The answer as /graphql gives it, to the byte. */
async function answerJson(
  request: FastifyRequest,
  reply: FastifyReply,
  { query, values }: AskedQuestion,
  { apollo, contextOf, localesOf }: QuestionParts,
): Promise<FastifyReply> {
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
    context: () => contextOf(request, localesOf(request)),
  });
  for (const [name, value] of headers) void reply.header(name, value);
  return reply.code(status).send(body.kind === 'complete' ? body.string : body.asyncIterator);
}

class NotThere extends AppError {
  constructor(readonly slug: string) {
    super('NOT_FOUND', `There is no question "${slug.slice(0, 100)}"; /q lists all.`);
  }
}

function notThere(slug: string): AppError {
  return new NotThere(slug);
}

/** What is told of an error; null for what is a fault of the server. */
interface Told {
  status: number;
  message: string;
  /** The slug that there is no question of, where that is why. */
  slug: string | null;
}

function toldOf(error: FastifyError | AppError | Refused): Told | null {
  if (error instanceof Refused) return { status: error.status, message: error.message, slug: null };
  if (!(error instanceof AppError)) return null;
  return {
    status: STATUS[error.code] ?? 400,
    message: error.message,
    slug: error instanceof NotThere ? error.slug : null,
  };
}

function asError({ errors, status }: Refused): AppError {
  const code = errors[0]?.extensions?.['code'];
  return new AppError(
    status === 503 ? 'BUSY' : code === 'NOT_FOUND' ? 'NOT_FOUND' : 'BAD_REQUEST',
    errors[0]?.message ?? 'The query was refused.',
  );
}

/** Whether a program asks for JSON by its headers, and for no page. */
function wantsJson(request: FastifyRequest): boolean {
  return !isForPerson(request) && /\bapplication\/(?:\S+\+)?json\b/.test(request.headers.accept ?? '');
}

async function sendRefusal(
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
