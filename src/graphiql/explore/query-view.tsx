import { useMemo } from 'react';
import type { AnswerViewState } from '../answer/answer-tabs.js';
import { readViewState, writeViewState } from '../answer/answer-tabs.js';
import { AnswerView } from '../answer/answer-view.js';
import type { QueryRequest } from '../common/request.js';
import { ShareButton } from '../common/share-button.js';
import { useSettings } from '../common/settings.js';

/** The query in the URL, with its answer. */
export function QueryView({
  query,
  search,
  go,
}: {
  query: string;
  search: URLSearchParams;
  go: (search: URLSearchParams, isStep: boolean) => void;
}) {
  const { messages } = useSettings();
  const variables = search.get('variables');
  const request = useMemo((): QueryRequest => ({ query, variables: readVariables(variables) }), [query, variables]);
  const viewState = readViewState(search, null);
  const onViewChange = (nextViewState: AnswerViewState) => {
    const next = new URLSearchParams(search);
    for (const name of ['view', 'table']) next.delete(name);
    writeViewState(next, nextViewState, null);
    go(next, false);
  };
  return (
    <article>
      <h1>{messages.screen.query}</h1>
      <details className="query">
        <summary>{messages.answer.query}</summary>
        <pre tabIndex={0}>{query}</pre>
      </details>
      <p className="buttons">
        <ShareButton />
        <a className="plain" href={`/graphiql?${search}`}>
          {messages.answer.editQuery}
        </a>
      </p>
      <AnswerView request={request} viewState={viewState} onViewChange={onViewChange} title={messages.screen.query} />
    </article>
  );
}

function readVariables(text: string | null): QueryRequest['variables'] {
  try {
    return text === null || text === '' ? {} : (JSON.parse(text) as QueryRequest['variables']);
  } catch {
    return {};
  }
}
