import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse } from 'graphql';
import type { Question } from './questions.js';

/** The name of the first operation of a document, and whether it only reads. */
function operationOf(document: string): { name: string | null; reads: boolean } {
  for (const definition of parse(document).definitions) {
    if (definition.kind === 'OperationDefinition') {
      return { name: definition.name?.value ?? null, reads: definition.operation === 'query' };
    }
  }
  return { name: null, reads: false };
}

/** Variables as people read them: JSON over several lines. */
function laidOut(variables: string | null): string {
  if (variables === null || variables.trim() === '') return '';
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables;
  }
}

/**
 * Gives a function that puts a question into the editors and runs it. It takes a tab of its own, unless the tab in
 * front is empty or already holds it. What would write is never run by itself.
 *
 * @returns null until the editors stand
 */
export function useOpenQuestion(): ((question: Question) => void) | null {
  const { queryEditor, variableEditor, responseEditor, tabs } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor', 'tabs'),
  );
  const { addTab, changeTab, run, setOperationName, updateActiveTabValues } = useGraphiQLActions();
  if (!queryEditor || !variableEditor || !responseEditor) return null;

  return (question) => {
    const operation = operationOf(question.document);
    const variables = laidOut(question.variables);
    const open = tabs.findIndex((tab) => tab.query === question.document);
    if (open >= 0) changeTab(open);
    else if (queryEditor.getValue().trim() !== '') addTab();

    queryEditor.setValue(question.document);
    variableEditor.setValue(variables);
    // The editor computes the operation a moment after the text changed; to run at once, it has to be told.
    if (operation.name !== null) setOperationName(operation.name);
    updateActiveTabValues({ query: question.document, variables, operationName: operation.name });
    if (operation.reads) run();
  };
}
