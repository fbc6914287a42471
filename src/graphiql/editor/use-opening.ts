import { useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EditorPage } from './editor-page.js';
import { findOperation } from './operation.js';
import { useOpenQuery } from './use-open-query.js';

/** Loads a waiting question into the editors. Runs the query in the URL once. */
export function useOpening({ open, search, settings, token }: EditorPage): void {
  const openQuery = useOpenQuery();
  const opened = useSyncExternalStore(open.subscribe, open.get);
  const authorization = useSyncExternalStore(token.subscribe, token.get);
  const { run } = useGraphiQLActions();
  const [query, setQuery] = useState(search.get('query'));
  useEffect(() => {
    if (!openQuery) return;
    if (open.pendingQuestion) {
      const { question, values } = open.pendingQuestion;
      open.pendingQuestion = null;
      openQuery(question.document, values);
    } else if (query !== null && (!settings.isPreview || authorization !== null)) {
      // A preview waits for the token.
      setQuery(null);
      if (findOperation(query)?.isQuery) run();
    }
  }, [openQuery, open, opened, query, run, settings, authorization]);
}
