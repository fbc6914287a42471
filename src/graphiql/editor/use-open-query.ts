import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Values } from '../../bench/values.js';
import { findOperation } from './operation.js';

/**
 * Gives a function that puts a query with its variables into the editors and runs it. It takes a tab of its own, unless
 * the tab in front is empty or already holds it. What would write is never run by itself.
 *
 * @returns null until the editors stand
 */
export function useOpenQuery(): ((document: string, values: Values) => void) | null {
  const { queryEditor, variableEditor, responseEditor, tabs } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor', 'tabs'),
  );
  const { addTab, changeTab, run, setOperationName, updateActiveTabValues } = useGraphiQLActions();
  if (!queryEditor || !variableEditor || !responseEditor) return null;

  return (document, values) => {
    const operation = findOperation(document);
    const variables = Object.keys(values).length === 0 ? '' : JSON.stringify(values, null, 2);
    const open = tabs.findIndex((tab) => tab.query === document);
    if (open >= 0) changeTab(open);
    else if (queryEditor.getValue().trim() !== '') addTab();

    queryEditor.setValue(document);
    variableEditor.setValue(variables);
    // The editor computes the operation a moment after the text changed; to run at once, it has to be told.
    if (operation?.name != null) setOperationName(operation.name);
    updateActiveTabValues({ query: document, variables, operationName: operation?.name ?? null });
    if (operation?.isQuery) run();
  };
}
