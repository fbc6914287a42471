import { type GraphQLSchema, parse, print } from 'graphql';
import { AS_OF, EDITIONS, pinAsOf } from '../../saved-queries/pin-as-of.js';
import type { LoadedQuestion } from '../../saved-queries/loaded-question.js';
import {
  type InvalidValue,
  parseUrlValues,
  type VariableValues,
  withoutNullValues,
} from '../../saved-queries/variable-values.js';
import { AppError } from '../../errors.js';
import { PageFigureEditions } from '../../graphql/request/page-figure-editions.js';
import { memoise } from '../../memoise.js';
import { formatEditionTime, parsePinnedEditions, parseEditionTime } from '../../model/pinned-editions.js';

/** A question as requested by a URL: its query, values and editions. */
export interface QuestionParams {
  query: string;
  /** Default values, overridden by those of the URL. */
  values: VariableValues;
  wrong: readonly InvalidValue[];
  /** Time whose latest editions are used, in its shortest form; null for the newest editions. */
  asOf: string | null;
  /** Editions in the URL, in serialised form; null if there are none. */
  editions: string | null;
}

/** Parses the variables and the edition of a question from a URL. */
export class QuestionParamsParser {
  /** Returns a document with figures as of the variable `$asOf`; empty if none of its fields has vintages. */
  private readonly pinDocument: (document: string) => string;

  constructor(schema: GraphQLSchema) {
    this.pinDocument = memoise((document) => {
      const pinned = pinAsOf(schema, parse(document));
      return pinned ? print(pinned) : '';
    });
  }

  /** Parses the parameters of a question. @throws AppError BAD_USER_INPUT */
  parseParams(
    question: Pick<LoadedQuestion, 'document' | 'inputs' | 'defaults' | 'vintage'>,
    search: URLSearchParams,
  ): QuestionParams {
    const { values, wrong } = parseUrlValues(search, question.inputs);
    const pinnedDocument = this.pinDocument(question.document);
    const asOf = parseAsOf(search.get(AS_OF) ?? question.vintage);
    const isPinned = asOf !== null && pinnedDocument !== '';
    return {
      query: isPinned ? pinnedDocument : question.document,
      values: withoutNullValues({
        ...question.defaults,
        ...values,
        ...(isPinned && { [AS_OF]: new Date(asOf).toISOString() }),
      }),
      wrong,
      asOf,
      editions: parseEditions(search.get(EDITIONS)),
    };
  }
}

function parseAsOf(text: string | null): string | null {
  if (text === null || text === '') return null;
  const timestamp = parseEditionTime(text);
  if (timestamp) return formatEditionTime(timestamp);
  throw new AppError('BAD_USER_INPUT', `"${text.slice(0, 40)}" is not a date and time; write a day as 2024-06-18.`);
}

function parseEditions(text: string | null): string | null {
  if (text === null || text === '') return null;
  if (parsePinnedEditions(text)) return text;
  throw new AppError(
    'BAD_USER_INPUT',
    `"${text.slice(0, 40)}" is not a list of editions. Copy it from a permanent link.`,
  );
}

/** Returns the editions that the URL of a question pins. */
export function editionsOf({ asOf, editions }: Pick<QuestionParams, 'asOf' | 'editions'>): PageFigureEditions {
  return new PageFigureEditions(
    asOf === null ? null : new Date(asOf),
    editions === null ? null : parsePinnedEditions(editions),
  );
}
