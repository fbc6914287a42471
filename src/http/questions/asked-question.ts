import type { GraphQLSchema } from 'graphql';
import { parse, print } from 'graphql';
import { AS_OF, EDITIONS, frozenQuery } from '../../bench/frozen.js';
import type { OpenQuestion } from '../../bench/open-question.js';
import type { Values, WrongValue } from '../../bench/values.js';
import { given, valuesIn } from '../../bench/values.js';
import { AppError } from '../../errors.js';
import { PageEditions } from '../../graphql/request/page-editions.js';
import { remembered } from '../../remembered.js';
import { readEditions, readMoment } from '../../model/editions.js';

export interface AskedQuestion {
  query: string;
  /** The default values, and those of the URL. */
  values: Values;
  wrong: readonly WrongValue[];
  /** Null for the newest figures. */
  asOf: string | null;
  /** The known editions that the URL names. */
  editions: string | null;
}

/** Reads the variables and the vintage of a question from a URL. */
export class QuestionReader {
  /** The document with its figures as of a vintage; empty where no field has vintages. */
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
    const asOf = momentIn(search.get(AS_OF) ?? question.vintage);
    const isFrozen = asOf !== null && frozen !== '';
    return {
      query: isFrozen ? frozen : question.document,
      values: given({ ...question.own, ...values, ...(isFrozen && { [AS_OF]: asOf }) }),
      wrong,
      asOf,
      editions: editionsIn(search.get(EDITIONS)),
    };
  }
}

function momentIn(text: string | null): string | null {
  if (text === null || text === '') return null;
  const moment = readMoment(text);
  if (moment) return moment.toISOString();
  throw new AppError('BAD_USER_INPUT', `"${text.slice(0, 40)}" is no moment; write a day as 2024-06-18.`);
}

function editionsIn(text: string | null): string | null {
  if (text === null || text === '') return null;
  if (readEditions(text)) return text;
  throw new AppError('BAD_USER_INPUT', `"${text.slice(0, 40)}" are no editions; take them from a permanent link.`);
}

/** The editions that the URL of a question fixes. */
export function editionsOf({ asOf, editions }: Pick<AskedQuestion, 'asOf' | 'editions'>): PageEditions {
  return new PageEditions(asOf === null ? null : new Date(asOf), editions === null ? null : readEditions(editions));
}
