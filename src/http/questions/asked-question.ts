import type { GraphQLSchema } from 'graphql';
import { parse, print } from 'graphql';
import { AS_OF, frozenQuery } from '../../bench/frozen.js';
import type { OpenQuestion } from '../../bench/open-question.js';
import type { Values, WrongValue } from '../../bench/values.js';
import { given, readValue, valuesIn } from '../../bench/values.js';
import { AppError } from '../../errors.js';
import { remembered } from '../../remembered.js';

/** What an address asks of a question. */
export interface AskedQuestion {
  query: string;
  /** Those of the question with what the address says instead. */
  values: Values;
  wrong: readonly WrongValue[];
  /** The moment as of which figures are asked for; null for the newest. */
  asOf: string | null;
  /** Whether it asks for figures of which there are vintages. */
  hasVintages: boolean;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/;

/** Reads what addresses ask of questions: values of their variables, and the vintage. */
export class QuestionReader {
  /** A document as it asks for the figures of a vintage; empty where it asks for none that have vintages. */
  private readonly frozen: (document: string) => string;

  constructor(schema: GraphQLSchema) {
    this.frozen = remembered((document) => {
      const frozen = frozenQuery(schema, parse(document));
      return frozen ? print(frozen) : '';
    });
  }

  /** @throws AppError BAD_USER_INPUT */
  read(question: OpenQuestion, search: URLSearchParams): AskedQuestion {
    const { values, wrong } = valuesIn(search, question.inputs);
    const frozen = this.frozen(question.document);
    const asOf = frozen === '' ? null : momentIn(search.get(AS_OF) ?? question.vintage);
    return {
      query: asOf === null ? question.document : frozen,
      values: given({ ...question.own, ...values, ...(asOf !== null && { [AS_OF]: asOf }) }),
      wrong,
      asOf,
      hasVintages: frozen !== '',
    };
  }
}

function momentIn(text: string | null): string | null {
  if (text === null || text === '') return null;
  if (!MOMENT.test(text)) {
    throw new AppError('BAD_USER_INPUT', `"${text.slice(0, 40)}" is no moment; write a day as 2024-06-18.`);
  }
  return String(readValue([text], { form: 'MOMENT', isList: false }));
}
