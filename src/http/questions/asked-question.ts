import type { GraphQLSchema } from 'graphql';
import { parse, print } from 'graphql';
import { AS_OF, frozenQuery } from '../../bench/frozen.js';
import type { OpenQuestion } from '../../bench/open-question.js';
import type { Values, WrongValue } from '../../bench/values.js';
import { given, valueOf, valuesIn } from '../../bench/values.js';
import { AppError } from '../../errors.js';

/** What an address asks of a question. */
export interface AskedQuestion {
  query: string;
  /** Those of the question with what the address says instead. */
  values: Values;
  wrong: readonly WrongValue[];
  /** The moment as of which figures are asked for; null for the newest. */
  asOf: string | null;
  /** Whether it asks for figures of which there are editions. */
  hasEditions: boolean;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** Reads what an address asks of a question: values of its variables, and the edition. @throws AppError BAD_USER_INPUT */
export function askedOfQuestion(question: OpenQuestion, search: URLSearchParams, schema: GraphQLSchema): AskedQuestion {
  const { values, wrong } = valuesIn(search, question.inputs);
  const frozen = frozenQuery(schema, parse(question.document));
  const asOf = frozen ? momentIn(search.get(AS_OF) ?? question.vintage) : null;
  const all = given({ ...question.own, ...values, ...(asOf !== null && { [AS_OF]: asOf }) });
  return {
    query: frozen && asOf !== null ? print(frozen) : question.document,
    values: all,
    wrong,
    asOf,
    hasEditions: frozen !== null,
  };
}

function momentIn(text: string | null): string | null {
  if (text === null || text === '') return null;
  if (!MOMENT.test(text)) {
    throw new AppError('BAD_USER_INPUT', `"${text.slice(0, 40)}" is no moment; write a day as 2024-06-18.`);
  }
  return String(valueOf([text], { form: 'MOMENT', isList: false }));
}
