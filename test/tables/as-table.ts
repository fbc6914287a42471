import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind, parse, print } from 'graphql';
import { chooseMainTable } from '../../src/tables/choose-table.js';
import { completeQuery } from '../../src/tables/complete-query.js';
import type { ResultTable } from '../../src/tables/table.js';
import { readTable } from '../../src/tables/table.js';
import type { TablePlan } from '../../src/tables/table-plan.js';
import { planTables } from '../../src/tables/table-plan.js';

/** A query made ready for tables. */
export interface Planned {
  document: DocumentNode;
  text: string;
  plans: readonly TablePlan[];
}

/** Completes a query and plans its tables. */
export function planned(schema: GraphQLSchema, query: string, variables: Record<string, unknown> = {}): Planned {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const completed = completeQuery(schema, document, operation as OperationDefinitionNode);
  return {
    document: completed.document,
    text: print(completed.document),
    plans: planTables(schema, completed, variables),
  };
}

/** The table that is chosen for an answer. */
export function firstTable({ plans }: Planned, data: unknown): ResultTable | null {
  const plan = chooseMainTable(plans, data);
  return plan && readTable(plan, data);
}

/** The rows of a table as objects by the names of its columns; names given keep only those. */
export function rowsByName({ columns, rows }: ResultTable, ...names: string[]): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name }, at) => (names.length === 0 || names.includes(name) ? [[name, row[at]]] : [])),
    ),
  );
}
