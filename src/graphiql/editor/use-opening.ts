import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EditorPage } from './editor-page.js';
import { findOperation } from './operation.js';
import { useOpenQuery } from './use-open-query.js';

/** Loads a waiting question into the editors. Without a question in the URL, runs the query in the editor once. */
export function useOpening({ open, search, settings, token }: EditorPage): void {
  const openQuery = useOpenQuery();
  const opened = useSyncExternalStore(open.subscribe, open.get);
  const authorization = useSyncExternalStore(token.subscribe, token.get);
  const { run } = useGraphiQLActions();
  const { queryEditor } = useGraphiQL(pick('queryEditor'));
  const [isPending, setIsPending] = useState(!search.has('question'));
  useEffect(() => {
    if (!openQuery) return;
    if (open.pendingQuestion) {
      const { question, values } = open.pendingQuestion;
      open.pendingQuestion = null;
      openQuery(question.document, values);
    } else if (isPending && (!settings.isPreview || authorization !== null)) {
      // A preview waits for the token.
      setIsPending(false);
      if (findOperation(queryEditor!.getValue())?.isQuery) run();
    }
  }, [openQuery, open, opened, queryEditor, isPending, run, settings, authorization]);
}
