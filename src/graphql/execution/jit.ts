import type { DocumentNode, ExecutionResult, NamedTypeNode, OperationDefinitionNode, TypeNode } from 'graphql';
import { BREAK, GraphQLScalarType, GraphQLSchema, Kind as Node, specifiedScalarTypes, visit } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { compilesWithin } from './compiled-size.js';
import type { Context } from '../request/context.js';

export interface JitRequest {
  /** Identifies the query and operation. */
  digest: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Coerced. */
  variables: Readonly<Record<string, unknown>>;
  context: Context;
}

/** Larger documents are interpreted: compiling this much takes 20 to 40 ms, in one piece. */
const MAX_FIELDS = 750;
/** Maximum number of queries that are remembered. */
const MAX_KNOWN = 300;

interface Known {
  uses: number;
  /** Null before compilation; false while compiling, and where it fails. */
  compiled: CompiledQuery | false | null;
}

/** Compiles frequent queries to functions, which is several times cheaper than interpreting the document. */
export class Jit {
  private readonly known = new Map<string, Known>();
  private withCoerced: GraphQLSchema | undefined;

  /**
   * @param after compiles a query at this execution, since compiling costs as much as several executions
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly after = 3,
  ) {}

  /** Executes a query; null where it is not compiled, or has errors, which the interpreter reports better. */
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

  /** Loads the compiler on first use, to start faster. */
  private async compile(document: DocumentNode, operation: OperationDefinitionNode): Promise<CompiledQuery | false> {
    if (readsSchema(document) || !compilesWithin(this.schema, document, operation, MAX_FIELDS)) return false;
    const { compileQuery, isCompiledQuery } = await import('graphql-jit');
    const made = compileQuery((this.withCoerced ??= withCoerced(this.schema)), taken(document), operation.name?.value);
    return isCompiledQuery(made) ? made : false;
  }

  private use(digest: string): Known {
    const known = this.known.get(digest) ?? { uses: 0, compiled: null };
    known.uses += 1;
    // Least recently used first.
    this.known.delete(digest);
    this.known.set(digest, known);
    if (this.known.size > MAX_KNOWN) this.known.delete(this.known.keys().next().value!);
    return known;
  }
}

/** A scalar for coerced variables. */
const COERCED = new GraphQLScalarType({ name: 'Coerced_', parseValue: (value) => value });

/** Whether a query selects `__schema` or `__type`, which differ in the compiler's schema. */
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

/** The schema with the scalar for coerced variables. */
function withCoerced(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, COERCED], assumeValid: true });
}

/**
 * The document with its variables as coerced values. Compiling their coercion would take seconds, because filters are
 * recursive.
 */
function taken(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition(node) {
      const { value } = namedType(node.type).name;
      // The compiler needs the type of variables in @skip and @include.
      if (specifiedScalarTypes.some(({ name }) => name === value)) return undefined;
      const type = { kind: Node.NAMED_TYPE, name: { kind: Node.NAME, value: COERCED.name } } as const;
      return { ...node, type, defaultValue: undefined };
    },
  });
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Node.NAMED_TYPE ? type : namedType(type.type);
}
