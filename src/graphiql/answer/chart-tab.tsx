import { useMemo } from 'react';
import { drawChart } from '../../charts/chart.js';
import { useSettings } from '../common/settings.js';
import type { ScreenTable } from '../../tables/table.js';
import { Picture, useWidth } from './picture.js';

/** Maximum width of a chart. Lines in wider charts look flat. */
const MAX_WIDTH_PX = 1000;

/** Chart of a table, or the reason why there is none. */
export function ChartTab({ table }: { table: ScreenTable }) {
  const { messages } = useSettings();
  const [place, width] = useWidth();
  const chart = useMemo(
    () => (width === 0 ? null : drawChart(table, { width: Math.min(width, MAX_WIDTH_PX), messages })),
    [table, width, messages],
  );
  return (
    <div ref={place} className="chart-tab">
      {table.isCut && <p className="notice">{messages.screen.cutChart}</p>}
      {chart && (chart.form === 'NONE' ? <p className="none">{chart.sentence}</p> : <Picture chart={chart} />)}
    </div>
  );
}
