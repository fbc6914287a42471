import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { OperationTypeNode } from 'graphql';
import { useEffect, useState } from 'react';
import { findOperation } from './find-operation.js';
import type { EditorPage } from './page-store.js';
import { usePageStore } from './page-store.js';
import { useQueryOpener } from './use-query-opener.js';

/** Loads each opened question into the editors. Without a question in the URL, runs the query in the editor once. */
export function useQuestionLoading({ search, settings }: EditorPage): void {
  const openQuery = useQueryOpener();
  const { opened, isPending, authorization } = usePageStore();
  const { run } = useGraphiQLActions();
  const { queryEditor } = useGraphiQL(pick('queryEditor'));
  const [isFirst, setIsFirst] = useState(!search.has('question'));
  useEffect(() => {
    if (!openQuery) return;
    if (opened && isPending) {
      usePageStore.setState({ isPending: false });
      openQuery(opened.question.document, opened.values);
    } else if (isFirst && (!settings.isPreview || authorization !== null)) {
      // A preview requires a token, so its first run waits for it.
      setIsFirst(false);
      if (findOperation(queryEditor!.getValue())?.operation === OperationTypeNode.QUERY) run();
    }
  }, [openQuery, opened, isPending, queryEditor, isFirst, run, settings, authorization]);
}
