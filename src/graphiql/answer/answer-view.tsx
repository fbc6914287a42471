import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import { needsHelp } from '../../saved-queries/help.js';
import type { QueryRequest } from '../common/request.js';
import { RequestError } from '../common/request.js';
import { useAnnounce } from '../common/announcer.js';
import { ErrorMessage } from '../common/failure.js';
import { useSettings } from '../common/settings.js';
import { useLoaded } from '../common/use-loaded.js';
import { fetchAnswer } from './answer.js';
import type { AnswerViewState } from './answer-tabs.js';
import { AnswerTabs } from './answer-tabs.js';
import type { HelpContext } from './help-note.js';
import { HelpNote } from './help-note.js';

interface AnswerProps {
  request: QueryRequest;
  viewState: AnswerViewState;
  onViewChange: (viewState: AnswerViewState) => void;
  /** Title of the question. */
  title: string;
  helpContext?: HelpContext | undefined;
  tools?: ReactNode;
}

/** Runs a query and shows its answer. Suggests alternatives if there is no answer. */
export function AnswerView({ request, helpContext, ...shown }: AnswerProps) {
  const settings = useSettings();
  const { messages, format } = settings;
  const announce = useAnnounce();
  const load = useMemo(() => (signal: AbortSignal) => fetchAnswer(request, settings, signal), [request, settings]);
  const { loaded, reload } = useLoaded(load);
  useEffect(() => {
    if (loaded.state !== 'READY') return;
    const count = loaded.value.tables[0]?.rows.length ?? 0;
    announce(` ${messages.answer.rows({ count: count })}`);
  }, [loaded, announce, messages, format]);

  const answer = loaded.state === 'READY' ? loaded.value : loaded.state === 'LOADING' ? loaded.before : null;
  const isRefused = loaded.state === 'FAILED' && loaded.error instanceof RequestError && loaded.error.code !== null;
  const isEmpty = loaded.state === 'READY' && !loaded.value.tables[0]?.rows.length;
  const isHelpDue =
    loaded.state === 'FAILED'
      ? isRefused
      : loaded.state === 'READY' && needsHelp(loaded.value.tables[0], helpContext?.inputs ?? []);
  return (
    <section className="answer" aria-label={messages.answer.answer} aria-busy={loaded.state === 'LOADING'}>
      {isHelpDue && helpContext ? (
        <HelpNote
          helpContext={helpContext}
          otherwise={
            loaded.state === 'FAILED' ? (
              <ErrorMessage error={loaded.error} />
            ) : isEmpty ? (
              `${messages.answer.nothing} ${messages.answer.nothingTip}`
            ) : null
          }
        />
      ) : (
        loaded.state === 'FAILED' && (
          <div role="alert" className={`notice ${isRefused ? 'refused' : ''}`}>
            <p>
              <ErrorMessage error={loaded.error} />
            </p>
            {loaded.error instanceof RequestError && !isRefused && (
              <button type="button" className="plain" onClick={reload}>
                {messages.answer.tryAgain}
              </button>
            )}
          </div>
        )
      )}
      {!helpContext && isEmpty && (
        <p role="status" className="notice">
          {messages.answer.nothing}
        </p>
      )}
      {answer ? (
        <AnswerTabs answer={answer} {...shown} />
      ) : (
        loaded.state === 'LOADING' && <p className="soft">{messages.answer.asking}</p>
      )}
    </section>
  );
}
