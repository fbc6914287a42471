import { type ReactNode, useEffect, useMemo } from 'react';
import { type QueryRequest, RequestError, sendQuery } from '../common/query-request.js';
import { useAnnounce } from '../common/announcer.js';
import { ErrorMessage, LoadingError } from '../common/error-messages.js';
import { type PageSettings, useSettings } from '../common/settings.js';
import { useAsyncValue } from '../common/use-async-value.js';
import { AnswerTabs, type AnswerViewState, type QueryAnswer } from './answer-tabs.js';

interface AnswerProps {
  request: QueryRequest;
  viewState: AnswerViewState;
  onViewChange: (viewState: AnswerViewState) => void;
  title: string;
  tools?: ReactNode;
}

/** Runs a query and shows its answer. */
export function AnswerView({ request, ...tabProps }: AnswerProps) {
  const settings = useSettings();
  const { messages, format } = settings;
  const announce = useAnnounce();
  const load = useMemo(() => (signal: AbortSignal) => fetchAnswer(request, settings, signal), [request, settings]);
  const { loaded, reload } = useAsyncValue(load);
  useEffect(() => {
    if (loaded.state !== 'READY') return;
    const count = loaded.value.tables[0]?.rows.length ?? 0;
    announce(` ${messages.answer.rows({ count })}`);
  }, [loaded, announce, messages, format]);

  const answer = loaded.state === 'READY' ? loaded.value : loaded.state === 'LOADING' ? loaded.previous : null;
  const isEmpty = loaded.state === 'READY' && !loaded.value.tables[0]?.rows.length;
  const isRejected = loaded.state === 'FAILED' && loaded.error instanceof RequestError && loaded.error.code !== null;
  return (
    <section className="answer" aria-label={messages.answer.answer} aria-busy={loaded.state === 'LOADING'}>
      {loaded.state === 'FAILED' &&
        (isRejected ? (
          <p role="alert" className="notice refused">
            <ErrorMessage error={loaded.error} />
          </p>
        ) : (
          <LoadingError error={loaded.error} reload={reload} />
        ))}
      {isEmpty && (
        <p role="status" className="notice">
          {messages.answer.nothing}
        </p>
      )}
      {answer ? (
        <AnswerTabs answer={answer} {...tabProps} />
      ) : (
        loaded.state === 'LOADING' && <p className="soft">{messages.answer.asking}</p>
      )}
    </section>
  );
}

/** Runs a query, and returns its tables. @throws RequestError */
async function fetchAnswer(request: QueryRequest, settings: PageSettings, signal: AbortSignal): Promise<QueryAnswer> {
  const response = await sendQuery(request, settings, { form: 'tables', signal });
  const { tables } = (await response.json()) as Pick<QueryAnswer, 'tables'>;
  return { request, tables };
}
