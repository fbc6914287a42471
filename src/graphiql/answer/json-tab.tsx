import { useMemo, useRef } from 'react';
import { useCopy } from '../common/copy.js';
import type { Asked } from '../common/request.js';
import { send } from '../common/request.js';
import { useSetting } from '../common/setting.js';
import { useLoaded } from '../common/use-loaded.js';

/** The JSON of a query. */
export function JsonTab({ asked }: { asked: Asked }) {
  const setting = useSetting();
  const { words } = setting;
  const copy = useCopy();
  const element = useRef<HTMLPreElement>(null);
  const load = useMemo(
    () => async (signal: AbortSignal) => JSON.stringify(await (await send(asked, setting, { signal })).json(), null, 2),
    [asked, setting],
  );
  const { loaded } = useLoaded(load);
  if (loaded.state === 'LOADING') return <p className="soft">{words.answer.asking}</p>;
  const text = loaded.state === 'READY' ? loaded.value : loaded.error.message;
  return (
    <div className="json-tab">
      <button type="button" className="plain" onClick={() => void copy({ text, element })}>
        {words.answer.copy}
      </button>
      <pre tabIndex={0} ref={element} aria-label={words.answer.json}>
        {text}
      </pre>
    </div>
  );
}
