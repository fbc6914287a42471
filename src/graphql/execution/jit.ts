import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  GraphQLScalarType,
  GraphQLSchema,
  Kind as Node,
  type NamedTypeNode,
  type OperationDefinitionNode,
  specifiedScalarTypes,
  type TypeNode,
  visit,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { isWithinFieldLimit } from './compiled-field-count.js';
import type { Context } from '../request/context.js';

export interface JitRequest {
  /** Hash of the query and operation. */
  digest: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  context: Context;
}

/** Maximum number of fields of a compiled query. Compiling it blocks the event loop for 20 to 40 ms. */
const MAX_COMPILED_FIELDS = 750;
/** Maximum number of queries whose use is counted. */
const MAX_TRACKED_QUERIES = 300;

interface QueryUse {
  uses: number;
  /** Null before compilation; false during compilation and if it failed. */
  compiled: CompiledQuery | false | null;
}

/** Just-in-time compiler for frequent queries. A compiled query runs several times faster than an interpreted one. */
export class Jit {
  private readonly queries = new Map<string, QueryUse>();
  private compilerSchema: GraphQLSchema | undefined;

  /** @param threshold number of executions before a query is compiled, which costs as much as several executions */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly threshold = 3,
  ) {}

  /** Executes a query if it is compiled. Returns null if not, or on errors, which the interpreter reports better. */
  async execute({ digest, document, operation, variables, context }: JitRequest): Promise<ExecutionResult | null> {
    const queryUse = this.recordUse(digest);
    if (queryUse.compiled === null && queryUse.uses < this.threshold) return null;
    try {
      if (queryUse.compiled === null) {
        queryUse.compiled = false;
        queryUse.compiled = await this.compile(document, operation);
      }
      if (queryUse.compiled === false) return null;
      const result = await queryUse.compiled.query(undefined, context, variables);
      return result.errors ? null : result;
    } catch {
      return null;
    }
  }

  /** Compiles a query. Returns false if it cannot be compiled. The compiler is imported lazily, to start faster. */
  private async compile(document: DocumentNode, operation: OperationDefinitionNode): Promise<CompiledQuery | false> {
    if (readsSchema(document) || !isWithinFieldLimit(this.schema, document, operation, MAX_COMPILED_FIELDS))
      return false;
    const { compileQuery, isCompiledQuery } = await import('graphql-jit');
    const compiled = compileQuery(
      (this.compilerSchema ??= withCoercedScalar(this.schema)),
      withCoercedVariables(document),
      operation.name?.value,
    );
    return isCompiledQuery(compiled) ? compiled : false;
  }

  private recordUse(digest: string): QueryUse {
    const queryUse = this.queries.get(digest) ?? { uses: 0, compiled: null };
    queryUse.uses += 1;
    // Reinserts the query at the end: the map is ordered by last use, and its first query is evicted.
    this.queries.delete(digest);
    this.queries.set(digest, queryUse);
    if (this.queries.size > MAX_TRACKED_QUERIES) this.queries.delete(this.queries.keys().next().value!);
    return queryUse;
  }
}

/** Scalar that accepts variables that are already coerced. */
const COERCED_SCALAR = new GraphQLScalarType({ name: 'Coerced_', parseValue: (value) => value });

/** Whether a query selects `__schema` or `__type`. Their results differ in the compiler's schema. */
function readsSchema(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field({ name: { value } }) {
      if (value !== '__schema' && value !== '__type') return undefined;
      isFound = true;
      return BREAK;
    },
  });
  return isFound;
}

/** Returns the schema extended by the scalar for coerced variables. */
function withCoercedScalar(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, COERCED_SCALAR], assumeValid: true });
}

/** Replaces variable types with the scalar for coerced values. Compiling recursive filters would take seconds. */
function withCoercedVariables(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition(node) {
      const { value: typeName } = namedType(node.type).name;
      // The compiler needs the original type of variables in @skip and @include.
      if (specifiedScalarTypes.some(({ name }) => name === typeName)) return undefined;
      const type = { kind: Node.NAMED_TYPE, name: { kind: Node.NAME, value: COERCED_SCALAR.name } } as const;
      return { ...node, type, defaultValue: undefined };
    },
  });
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Node.NAMED_TYPE ? type : namedType(type.type);
}
