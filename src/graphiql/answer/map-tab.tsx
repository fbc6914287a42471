import { useMemo, useState } from 'react';
import { drawMap } from '../../charts/map.js';
import { useSettings } from '../common/settings.js';
import type { ScreenTable } from '../../tables/table.js';
import { Picture, useWidth } from './picture.js';

/** Maximum width of a map. Taller maps would need scrolling. */
const MAX_WIDTH_PX = 760;

/** Map of one period. A separate bundle, because it contains the shapes of all countries. */
export default function MapTab({ table }: { table: ScreenTable }) {
  const { messages, format } = useSettings();
  const [place, width] = useWidth();
  const periods = useMemo(() => periodsIn(table), [table]);
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen !== null && periods.includes(chosen) ? chosen : undefined;
  const chart = useMemo(
    () =>
      width === 0
        ? null
        : drawMap(table, {
            width: Math.min(width, MAX_WIDTH_PX),
            messages,
            ...(period !== undefined && { period }),
          }),
    [table, width, messages, period],
  );
  return (
    <div ref={place} className="chart-tab">
      {periods.length > 1 && (
        <label className="pick">
          {messages.columns['period']}
          <select value={period ?? ''} onChange={(event) => setChosen(event.target.value || null)}>
            <option value="">{messages.screen.fullest}</option>
            {periods.map((choice) => (
              <option key={choice} value={choice}>
                {format.period(choice)}
              </option>
            ))}
          </select>
        </label>
      )}
      {chart && (chart.form === 'NONE' ? <p className="none">{chart.sentence}</p> : <Picture chart={chart} />)}
    </div>
  );
}

function periodsIn({ columns, rows }: ScreenTable): string[] {
  const index = columns.findIndex(({ role }) => role === 'period');
  if (index < 0) return [];
  return [...new Set(rows.map((row) => String(row[index])))].sort().toReversed();
}
