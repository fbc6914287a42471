import { useEffect, useRef, useState } from 'react';
import { copy, select } from '../common/copy.js';
import type { Asked } from '../common/request.js';
import { send } from '../common/request.js';
import { useSay } from '../common/said.js';
import { useSetting } from '../common/setting.js';

/** The answer as programs have it, to the query exactly as it was asked. */
export function JsonTab({ asked }: { asked: Asked }) {
  const setting = useSetting();
  const { words } = setting;
  const say = useSay();
  const [text, setText] = useState<string | null>(null);
  const element = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const leaving = new AbortController();
    setText(null);
    send(asked, setting, { signal: leaving.signal })
      .then((response) => response.json())
      .then(
        (answer) => setText(JSON.stringify(answer, null, 2)),
        (error: unknown) => {
          if (!leaving.signal.aborted) setText((error as Error).message);
        },
      );
    return () => leaving.abort();
  }, [asked, setting]);

  const copyIt = async () => {
    const isCopied = await copy(text ?? '');
    if (!isCopied) select(element.current);
    say(isCopied ? words.answer.copied : words.answer.copyFailed);
  };
  if (text === null) return <p className="soft">{words.answer.asking}</p>;
  return (
    <div className="json-tab">
      <button type="button" className="plain" onClick={() => void copyIt()}>
        {words.answer.copy}
      </button>
      <pre tabIndex={0} ref={element} aria-label={words.answer.json}>
        {text}
      </pre>
    </div>
  );
}
