import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Help, HelpAnswer } from '../../saved-queries/help.js';
import { helpFor, helpQuery } from '../../saved-queries/help.js';
import type { OpenInput } from '../../saved-queries/open-question.js';
import type { Values } from '../../saved-queries/values.js';
import { runPageQuery } from '../common/request.js';
import { useSettings } from '../common/settings.js';

/** Inputs and values of a question, and a function that runs it with other values. */
export interface HelpContext {
  inputs: readonly OpenInput[];
  values: Values;
  show: (values: Values) => void;
}

/**
 * Suggests alternatives, as in "No figure for 2023. The latest is 2021. Show it."
 * @param otherwise  content to show if there are no suggestions
 */
export function HelpNote({ helpContext, otherwise }: { helpContext: HelpContext; otherwise: ReactNode }) {
  const settings = useSettings();
  const { inputs, values, show } = helpContext;
  const [help, setHelp] = useState<readonly Help[] | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const query = helpQuery(inputs, values);
    const found = query === null ? Promise.resolve({}) : runPageQuery<HelpAnswer>(query, settings, leaving.signal);
    void found
      // Some suggestions need only the choices.
      .catch((): HelpAnswer => ({}))
      .then((answer) => {
        if (!leaving.signal.aborted) setHelp(helpFor(inputs, values, answer, settings));
      });
    return () => leaving.abort();
  }, [inputs, values, settings]);
  if (help === null || (help.length === 0 && otherwise === null)) return null;
  return (
    <div role="alert" className="notice">
      {help.map(({ sentence, link }) => (
        <p key={sentence}>
          {sentence}{' '}
          {link && (
            <button type="button" className="linked" onClick={() => show(link.values)}>
              {link.parts.map(({ text, lang }) => (
                <span key={text} lang={lang ?? undefined}>
                  {text}
                </span>
              ))}
            </button>
          )}
        </p>
      ))}
      {help.length === 0 && <p>{otherwise}</p>}
    </div>
  );
}
