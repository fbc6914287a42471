import { useMemo, useRef } from 'react';
import { useCopy } from '../common/copy.js';
import type { QueryRequest } from '../common/request.js';
import { sendQuery } from '../common/request.js';
import { useSettings } from '../common/settings.js';
import { useLoaded } from '../common/use-loaded.js';

/** JSON response of a query. */
export function JsonTab({ request }: { request: QueryRequest }) {
  const settings = useSettings();
  const { messages } = settings;
  const copy = useCopy();
  const element = useRef<HTMLPreElement>(null);
  const load = useMemo(
    () => async (signal: AbortSignal) =>
      JSON.stringify(await (await sendQuery(request, settings, { signal })).json(), null, 2),
    [request, settings],
  );
  const { loaded } = useLoaded(load);
  if (loaded.state === 'LOADING') return <p className="soft">{messages.answer.asking}</p>;
  const text = loaded.state === 'READY' ? loaded.value : loaded.error.message;
  return (
    <div className="json-tab">
      <button type="button" className="plain" onClick={() => void copy({ text, element })}>
        {messages.answer.copy}
      </button>
      <pre tabIndex={0} ref={element} aria-label={messages.answer.json}>
        {text}
      </pre>
    </div>
  );
}
