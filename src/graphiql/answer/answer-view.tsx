import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import type { Asked } from '../common/request.js';
import { Refusal } from '../common/request.js';
import { useSay } from '../common/said.js';
import { useSetting } from '../common/setting.js';
import { useLoaded } from '../common/use-loaded.js';
import { fetchAnswer } from './answer.js';
import type { Look } from './answer-tabs.js';
import { AnswerTabs } from './answer-tabs.js';

/** Asks a query, and shows what came of it. */
export function AnswerView({
  asked,
  look,
  onLook,
  title,
  json,
  tools,
}: {
  asked: Asked;
  look: Look;
  onLook: (look: Look) => void;
  title: string;
  json?: ReactNode;
  tools?: ReactNode;
}) {
  const setting = useSetting();
  const { words } = setting;
  const say = useSay();
  const load = useMemo(() => (signal: AbortSignal) => fetchAnswer(asked, setting, signal), [asked, setting]);
  const { loaded, again } = useLoaded(load);
  useEffect(() => {
    if (loaded.state === 'READY') say(` ${words.answer.rows(loaded.value.tables[0]?.rows.length ?? 0)}`);
  }, [loaded, say, words]);

  const answer = loaded.state === 'READY' ? loaded.value : loaded.state === 'LOADING' ? loaded.before : null;
  return (
    <section className="answer" aria-label={words.answer.answer} aria-busy={loaded.state === 'LOADING'}>
      {loaded.state === 'FAILED' && (
        <div role="alert" className="notice">
          <p>{loaded.error.message}</p>
          {loaded.error instanceof Refusal && loaded.error.code === null && (
            <button type="button" className="plain" onClick={again}>
              {words.answer.tryAgain}
            </button>
          )}
        </div>
      )}
      {answer ? (
        <AnswerTabs answer={answer} look={look} onLook={onLook} title={title} json={json} tools={tools} />
      ) : (
        loaded.state === 'LOADING' && <p className="soft">{words.answer.asking}</p>
      )}
    </section>
  );
}
