import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from './context.js';

/** One operation as it comes with a request. */
export interface JitRequest {
  /** The same for the same query and operation. */
  digest: string;
  document: DocumentNode;
  operationName: string | null;
  variables: Readonly<Record<string, unknown>>;
  context: Context;
}

interface Known {
  uses: number;
  /** Null until it is compiled, false where it cannot be. */
  compiled: CompiledQuery | false | null;
}

/** Queries that come often, compiled to functions: several times cheaper than walking the document each time. */
export class Jit {
  private readonly known = new Map<string, Known>();

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
  async answer({ digest, document, operationName, variables, context }: JitRequest): Promise<ExecutionResult | null> {
    const known = this.use(digest);
    if (known.compiled === null) {
      if (known.uses < this.after) return null;
      const made = compileQuery(this.schema, document, operationName ?? undefined);
      known.compiled = isCompiledQuery(made) ? made : false;
    }
    if (known.compiled === false) return null;
    try {
      const result = await known.compiled.query(undefined, context, variables);
      return result.errors ? null : result;
    } catch {
      return null;
    }
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
