import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { needsHelp } from '../../saved-queries/help.js';
import type { QueryRequest } from '../common/request.js';
import { RequestError } from '../common/request.js';
import { useAnnounce } from '../common/announcer.js';
import { ErrorMessage } from '../common/failure.js';
import { useSetting } from '../common/setting.js';
import { useLoaded } from '../common/use-loaded.js';
import type { QueryAnswer } from './answer.js';
import { fetchAnswer } from './answer.js';
import type { AnswerViewState } from './answer-tabs.js';
import { AnswerTabs } from './answer-tabs.js';
import type { HelpContext } from './help-note.js';
import { HelpNote } from './help-note.js';

interface AnswerProps {
  asked: QueryRequest;
  /** The answer, if it is loaded already. */
  initial?: QueryAnswer | null;
  look: AnswerViewState;
  onLook: (look: AnswerViewState) => void;
  /** The question in words. */
  title: string;
  /** The address of the same answer; default: that of the page. */
  address?: (fixed: QueryAnswer['fixed']) => string;
  asking?: HelpContext | undefined;
  /** The JSON view, if the page has its own. */
  json?: ReactNode;
  tools?: ReactNode;
}

/** Runs a query and shows its answer; without one, alternatives. */
export function AnswerView({ asked, initial = null, asking, ...shown }: AnswerProps) {
  const setting = useSetting();
  const { words, writing } = setting;
  const say = useAnnounce();
  const there = useRef(initial);
  if (initial) there.current = initial;
  const load = useMemo(
    () => async (signal: AbortSignal) =>
      there.current?.asked === asked ? there.current : fetchAnswer(asked, setting, signal),
    [asked, setting],
  );
  const { loaded, again } = useLoaded(load);
  useEffect(() => {
    if (loaded.state !== 'READY') return;
    const count = loaded.value.tables[0]?.rows.length ?? 0;
    say(` ${words.answer.rows({ count: count })}`);
  }, [loaded, say, words, writing]);

  const answer = loaded.state === 'READY' ? loaded.value : loaded.state === 'LOADING' ? loaded.before : null;
  const isRefused = loaded.state === 'FAILED' && loaded.error instanceof RequestError && loaded.error.code !== null;
  const isEmpty = loaded.state === 'READY' && !loaded.value.tables[0]?.rows.length;
  const isHelpDue =
    loaded.state === 'FAILED'
      ? isRefused
      : loaded.state === 'READY' && needsHelp(loaded.value.tables[0], asking?.inputs ?? []);
  return (
    <section className="answer" aria-label={words.answer.answer} aria-busy={loaded.state === 'LOADING'}>
      {isHelpDue && asking ? (
        <HelpNote
          asking={asking}
          otherwise={
            loaded.state === 'FAILED' ? (
              <ErrorMessage error={loaded.error} />
            ) : isEmpty ? (
              `${words.answer.nothing} ${words.answer.nothingTip}`
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
              <button type="button" className="plain" onClick={again}>
                {words.answer.tryAgain}
              </button>
            )}
          </div>
        )
      )}
      {!asking && isEmpty && (
        <p role="status" className="notice">
          {words.answer.nothing}
        </p>
      )}
      {answer ? (
        <AnswerTabs answer={answer} {...shown} />
      ) : (
        loaded.state === 'LOADING' && <p className="soft">{words.answer.asking}</p>
      )}
    </section>
  );
}
