import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { chooseMainTable } from '../../src/tables/choose-main-table.js';
import { addRowFields } from '../../src/tables/add-row-fields.js';
import { dimensionsIn, type ResultTable, RowReader, type TableRow } from '../../src/tables/table.js';
import { planTables, type TablePlan } from '../../src/tables/table-plan.js';

/** A query with the fields that `addRowFields` adds, and the plans of its tables. */
export interface PlannedQuery {
  document: DocumentNode;
  text: string;
  plans: readonly TablePlan[];
}

/** Adds fields to a query with `addRowFields`, and plans its tables. */
export function planTablesOf(
  schema: GraphQLSchema,
  query: string,
  variables: Record<string, unknown> = {},
): PlannedQuery {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const completed = addRowFields(schema, document, operation as OperationDefinitionNode);
  return {
    document: completed.document,
    text: print(completed.document),
    plans: planTables(schema, completed, variables),
  };
}

/** Converts a response to a table. */
export function readTable(plan: TablePlan, data: unknown): ResultTable {
  const reader = new RowReader(plan, dimensionsIn(plan, data));
  const rows: TableRow[] = [];
  reader.read(data, (row) => rows.push(row));
  return { path: plan.path, rowName: plan.levels.at(-1)!.name, columns: reader.columns, rows };
}

/** Returns the main table of a response; null if the query has no table. */
export function mainTable({ plans }: PlannedQuery, data: unknown): ResultTable | null {
  const plan = chooseMainTable(plans, data);
  return plan && readTable(plan, data);
}

/** Returns the rows of a table as objects by column name, optionally only with the given columns. */
export function rowsByName({ columns, rows }: ResultTable, ...names: string[]): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name }, index) => (names.length === 0 || names.includes(name) ? [[name, row[index]]] : [])),
    ),
  );
}
