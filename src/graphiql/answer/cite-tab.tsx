import { useMemo, useRef, useState } from 'react';
import { answerCitation, figureCitation } from '../../saved-queries/cite.js';
import type { CitationStyle } from '../../series/citation.js';
import { formatCitation } from '../../series/citation.js';
import { useCopy } from '../common/copy.js';
import { useSettings } from '../common/settings.js';
import type { ScreenTable } from '../../tables/table.js';
import { formatDay } from '../../model/day.js';

const STYLES: readonly { style: CitationStyle; label: string }[] = [
  { style: 'APA', label: 'APA' },
  { style: 'BIBTEX', label: 'BibTeX' },
  { style: 'CSL_JSON', label: 'CSL-JSON' },
];
const MAX_FIGURES = 1000;

/** Citation of an answer or of one figure, in three styles. */
export function CiteTab({ table, title, address }: { table: ScreenTable; title: string; address: string }) {
  const { messages, format } = useSettings();
  const [chosen, setChosen] = useState<number | null>(null);
  const cited = useMemo(() => ({ table, title, address, retrievedOn: formatDay(new Date()) }), [table, title, address]);
  const figures = useMemo(
    () =>
      table.rows.slice(0, MAX_FIGURES).flatMap((row, at) => {
        const work = figureCitation(row, cited, { messages, format });
        return work ? [{ at, work }] : [];
      }),
    [table, cited, messages, format],
  );
  const work = figures.find(({ at }) => at === chosen)?.work ?? answerCitation(cited);
  return (
    <div className="cite-tab">
      {figures.length > 0 && (
        <label className="pick">
          {messages.cite.cite}
          <select
            value={chosen ?? ''}
            onChange={({ target }) => setChosen(target.value === '' ? null : Number(target.value))}
          >
            <option value="">{messages.cite.thisAnswer}</option>
            <optgroup label={messages.cite.oneFigure}>
              {figures.map(({ at, work: { title: name } }) => (
                <option key={at} value={at}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
      )}
      {STYLES.map(({ style, label }) => (
        <Citation key={style} label={label} text={formatCitation(work, style)} />
      ))}
    </div>
  );
}

function Citation({ label, text }: { label: string; text: string }) {
  const { messages } = useSettings();
  const copy = useCopy();
  const element = useRef<HTMLPreElement>(null);
  return (
    <section className="citation">
      <h2>{label}</h2>
      <button
        type="button"
        className="plain"
        aria-label={`${messages.answer.copy}: ${label}`}
        onClick={() => void copy({ text, element })}
      >
        {messages.answer.copy}
      </button>
      <pre ref={element} tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </section>
  );
}
