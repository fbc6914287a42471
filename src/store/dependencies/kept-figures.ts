import type { Dependencies } from '../dependencies.js';
import type { Figures, StoredSeries } from '../figures.js';
import type { Keeper } from './keeper.js';
import { figuresTag } from './tags.js';

/** Series with more points than these are read anew each time: to keep them would hold up everybody else. */
const MOST_POINTS = 10_000;

/** The figures, of which the series that were read are kept in memory, as entries are. */
export function keptFigures(figures: Figures, keeper: Keeper): Figures {
  const noteEach = (indicators: readonly string[]) => (read: readonly StoredSeries[], into: Dependencies) => {
    if (read.reduce((sum, { points }) => sum + points.length, 0) > MOST_POINTS) into.giveUp();
    for (const indicator of indicators) into.note(figuresTag(indicator), null);
  };
  return {
    ...figures,
    async series(query) {
      const key = JSON.stringify(['series', query]);
      return [...(await keeper.one(key, () => figures.series(query), noteEach(query.indicators)))];
    },
  };
}
