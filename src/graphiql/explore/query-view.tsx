import { useMemo } from 'react';
import type { AnswerViewState } from '../answer/answer-tabs.js';
import { readViewState, writeViewState } from '../answer/answer-tabs.js';
import { AnswerView } from '../answer/answer-view.js';
import type { QueryRequest } from '../common/request.js';
import { ShareButton } from '../common/share-button.js';
import { useSetting } from '../common/setting.js';

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
  const { messages } = useSetting();
  const variables = search.get('variables');
  const request = useMemo((): QueryRequest => ({ query, variables: readVariables(variables) }), [query, variables]);
  const look = readViewState(search, null);
  const onLook = (nextLook: AnswerViewState) => {
    const next = new URLSearchParams(search);
    for (const name of ['view', 'table']) next.delete(name);
    writeViewState(next, nextLook, null);
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
      <AnswerView request={request} look={look} onLook={onLook} title={messages.screen.query} />
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
