import type { DocumentNode, ExecutionResult, NamedTypeNode, OperationDefinitionNode, TypeNode } from 'graphql';
import { BREAK, GraphQLScalarType, GraphQLSchema, Kind as Node, specifiedScalarTypes, visit } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { compilesWithin } from '../limits/compiled-size.js';
import type { Context } from '../request/context.js';

/** One operation as it comes with a request. */
export interface JitRequest {
  /** The same for the same query and operation. */
  digest: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Coerced ones. */
  variables: Readonly<Record<string, unknown>>;
  context: Context;
}

/** What is larger when it is written out is left to the interpreter: compiling this much takes 20 to 40 ms, in one piece. */
const MOST_FIELDS = 750;

interface Known {
  uses: number;
  /** Null until it is compiled, false where it cannot be or is being. */
  compiled: CompiledQuery | false | null;
}

/** Queries that come often, compiled to functions: several times cheaper than walking the document each time. */
export class Jit {
  private readonly known = new Map<string, Known>();
  private withCoerced: GraphQLSchema | undefined;

  /**
   * @param after compiles a query when it comes for this time; compiling costs as much as several executions
   * @param most keeps so many, because hostile clients send a new one each time
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly after = 3,
    private readonly most = 300,
  ) {}

  /** The answer to a query; null where it has not come often enough or has errors, which the interpreter tells better. */
  async answer({ digest, document, operation, variables, context }: JitRequest): Promise<ExecutionResult | null> {
    const known = this.use(digest);
    if (known.compiled === null && known.uses < this.after) return null;
    try {
      if (known.compiled === null) {
        known.compiled = false;
        known.compiled = await this.compile(document, operation);
      }
      if (known.compiled === false) return null;
      const result = await known.compiled.query(undefined, context, variables);
      return result.errors ? null : result;
    } catch {
      return null;
    }
  }

  /** Loads the compiler when something is first to be compiled: a start has no use for it. */
  private async compile(document: DocumentNode, operation: OperationDefinitionNode): Promise<CompiledQuery | false> {
    if (readsSchema(document) || !compilesWithin(this.schema, document, operation, MOST_FIELDS)) return false;
    const { compileQuery, isCompiledQuery } = await import('graphql-jit');
    const made = compileQuery((this.withCoerced ??= withCoerced(this.schema)), taken(document), operation.name?.value);
    return isCompiledQuery(made) ? made : false;
  }

  private use(digest: string): Known {
    const known = this.known.get(digest) ?? { uses: 0, compiled: null };
    known.uses += 1;
    // The newest use goes last, so that the first is the one to give up.
    this.known.delete(digest);
    this.known.set(digest, known);
    if (this.known.size > this.most) this.known.delete(this.known.keys().next().value!);
    return known;
  }
}

/** The scalar for variables that are coerced already. */
const COERCED = new GraphQLScalarType({ name: 'Coerced_', parseValue: (value) => value });

/** Whether a query reads the schema itself, of which the compiler has one with another scalar. */
function readsSchema(document: DocumentNode): boolean {
  let reads = false;
  visit(document, {
    Field({ name: { value } }) {
      if (value !== '__schema' && value !== '__type') return undefined;
      reads = true;
      return BREAK;
    },
  });
  return reads;
}

/** The schema with the scalar that variables of compiled queries have. */
function withCoerced(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, COERCED], assumeValid: true });
}

/**
 * The document with its variables taken as they are. The compiler would write out how to coerce each of them, and
 * filters reach one another so that this took seconds.
 */
function taken(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition(node) {
      const { value } = namedType(node.type).name;
      // Conditions are compiled by the type of their variable.
      if (specifiedScalarTypes.some(({ name }) => name === value)) return undefined;
      const type = { kind: Node.NAMED_TYPE, name: { kind: Node.NAME, value: COERCED.name } } as const;
      return { ...node, type, defaultValue: undefined };
    },
  });
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Node.NAMED_TYPE ? type : namedType(type.type);
}
