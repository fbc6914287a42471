import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { OperationTypeNode } from 'graphql';
import { useEffect, useState } from 'react';
import type { VariableValues } from '../../saved-queries/variable-values.js';
import { findOperation } from './find-operation.js';
import { type EditorPage, usePageStore } from './page-store.js';

/** Loads each opened question into the editors. Without a question in the URL, runs the query in the editor once. */
export function useQuestionLoading({ search, settings }: EditorPage): void {
  const openQuery = useQueryOpener();
  const { openedQuestion, isPending, authorization } = usePageStore();
  const { run } = useGraphiQLActions();
  const { queryEditor } = useGraphiQL(pick('queryEditor'));
  const [isFirstRun, setIsFirstRun] = useState(!search.has('question'));
  useEffect(() => {
    if (!openQuery) return;
    if (openedQuestion && isPending) {
      usePageStore.setState({ isPending: false });
      openQuery(openedQuestion.question.document, openedQuestion.values);
    } else if (isFirstRun && (!settings.isPreview || authorization !== null)) {
      // A preview requires a token, so its first run waits for it.
      setIsFirstRun(false);
      if (findOperation(queryEditor!.getValue())?.operation === OperationTypeNode.QUERY) run();
    }
  }, [openQuery, openedQuestion, isPending, queryEditor, isFirstRun, run, settings, authorization]);
}

/**
 * Returns a function that loads a query into the editors and, unless it is a mutation, runs it. Opens a new tab, unless
 * the current one is empty or another has this query. Null until the editors are ready.
 */
function useQueryOpener(): ((document: string, values: VariableValues) => void) | null {
  const { queryEditor, variableEditor, responseEditor, tabs } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor', 'tabs'),
  );
  const { addTab, changeTab, run, setOperationName, stop, updateActiveTabValues } = useGraphiQLActions();
  if (!queryEditor || !variableEditor || !responseEditor) return null;

  return (document, values) => {
    const operation = findOperation(document);
    const variables = Object.keys(values).length === 0 ? '' : JSON.stringify(values, null, 2);
    const openTabIndex = tabs.findIndex((tab) => tab.query === document);
    if (openTabIndex >= 0) changeTab(openTabIndex);
    else if (queryEditor.getValue().trim() !== '') addTab();

    queryEditor.setValue(document);
    variableEditor.setValue(variables);
    // GraphiQL determines the operation name after a delay, so the name is set before the run.
    if (operation?.name) setOperationName(operation.name.value);
    updateActiveTabValues({ query: document, variables, operationName: operation?.name?.value ?? null });
    if (operation?.operation !== OperationTypeNode.QUERY) return;
    // While a query runs, GraphiQL's `run` only stops it.
    stop();
    run();
  };
}
