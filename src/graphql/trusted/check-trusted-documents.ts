import {
  type DocumentNode,
  getLocation,
  GraphQLError,
  Kind as Node,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { formerNamesRule } from '../execution/former-names-rule.js';
import { AppError } from '../../errors.js';
import type { TrustedDocument } from '../../store/trusted-documents.js';
import { executableSchema } from '../executable-schema.js';
import { explainInputError } from '../execution/explain-input-error.js';
import { CostLimiter } from '../../cost/cost-limiter.js';
import { checkQueryShape, QUERY_LIMITS } from '../../query/limits.js';
import { LocatedError } from '../../query/located-error.js';
import { CollectionStats } from '../../cost/collection-stats.js';
import type { SharedServices } from '../request/context.js';

/** A reason why a trusted document is rejected. */
export interface DocumentFault {
  id: string;
  /** Name of the first operation; null if it has none, or if the document is invalid. */
  operation: string | null;
  /** Position of the fault; null if it concerns the whole document. */
  at: { line: number; column: number } | null;
  code: string;
  message: string;
}

/** Format of an ID: a digest, with or without the prefix of its algorithm, or a name chosen by the client. */
const DOCUMENT_ID = /^[\w.:+/=-]{1,200}$/;

/** Validates documents like requests, and estimates their cost with default variables. @param texts texts by ID */
export function checkDocuments(
  { model, modules, collectionStats }: Pick<SharedServices, 'model' | 'modules' | 'collectionStats'>,
  texts: ReadonlyMap<string, unknown>,
): { documents: TrustedDocument[]; faults: DocumentFault[] } {
  const schema = executableSchema(model, modules);
  const cost = new CostLimiter(schema, model, modules);
  const documents: TrustedDocument[] = [];
  const faults: DocumentFault[] = [];
  for (const [id, text] of texts) {
    const report = (error: unknown, document?: DocumentNode) => faults.push(toFault(id, error, document));
    if (!DOCUMENT_ID.test(id) || typeof text !== 'string') {
      report(new AppError('BAD_REQUEST', 'Use the digest of the text as identifier: letters and digits, at most 200.'));
      continue;
    }
    let document: DocumentNode | undefined;
    try {
      document = parse(text, { maxTokens: QUERY_LIMITS.tokens });
      const errors = validate(schema, document, [...specifiedRules, formerNamesRule(model)]);
      for (const error of errors)
        faults.push({ ...toFault(id, error, document), message: explainInputError(schema, error) });
      if (errors.length > 0) continue;
      const operations = findOperations(document);
      if (operations.length === 0) throw new AppError('BAD_REQUEST', 'It contains no operation.');
      const preview = operations[0]!.operation === 'mutation';
      const stats = collectionStats?.forView({ preview }) ?? CollectionStats.unknown;
      const costs = operations.map((operation) => {
        checkQueryShape(document!, operation);
        return cost.check(document!, operation, null, stats).objects;
      });
      documents.push({ id, text, price: Math.max(...costs) });
    } catch (error) {
      report(error, document);
    }
  }
  return { documents, faults };
}

/** Returns the name of the first operation; null if it has none. @throws GraphQLError if the document is invalid */
export function operationName(text: string): string | null {
  return findOperations(parse(text))[0]?.name?.value ?? null;
}

function findOperations(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Node.OPERATION_DEFINITION);
}

function toFault(id: string, error: unknown, document: DocumentNode | undefined): DocumentFault {
  const operation = (document && findOperations(document)[0]?.name?.value) ?? null;
  if (error instanceof AppError) {
    const loc = error instanceof LocatedError ? error.node.loc : undefined;
    return {
      id,
      operation,
      at: loc ? getLocation(loc.source, loc.start) : null,
      code: error.code,
      message: error.message,
    };
  }
  if (!(error instanceof GraphQLError)) throw error;
  const code = document ? 'GRAPHQL_VALIDATION_FAILED' : 'GRAPHQL_PARSE_FAILED';
  return { id, operation, at: error.locations?.[0] ?? null, code, message: error.message };
}
